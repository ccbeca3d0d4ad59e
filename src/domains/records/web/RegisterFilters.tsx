import { FilterBar } from '../../../ui/FilterBar.tsx';
import { FilterSelect } from '../../../ui/FilterSelect.tsx';
import { FilterText } from '../../../ui/FilterText.tsx';
import { useSession } from '../../../ui/session.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import { stateLabels } from '../terms.ts';
import { NarrowFilters } from './NarrowFilters.tsx';
import type { RegisterForm } from './use-form.ts';
import { useUnits } from './use-units.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import './Register.css';

export interface RegisterFiltersProps {
  q: string | undefined;
  onWords: (words: string | undefined) => void;
  unit: string | undefined;
  state: string | undefined;
  /** The year in which one of its days lies. */
  dated: number | undefined;
  form: RegisterForm | undefined;
  board: boolean;
}

/** Views by state, and the filters of a register; all but the words stand in the address. */
export function RegisterFilters({ q, onWords, unit, state, dated, form, board }: RegisterFiltersProps) {
  const { years } = useSession();
  const units = useUnits();
  const tab = (value: string | undefined, label: string) => ({ label, current: state === value, search: { state: value, page: undefined } });
  return (
    <>
      <Tabs label="按状态查看" tabs={[tab(undefined, '全部'), ...Object.entries(stateLabels).map(([value, label]) => tab(value, label))]} />
      <FilterBar aside={form && form.stages.length > 1 ? <ViewSwitch board={board} /> : undefined}>
        <FilterText label="搜名称、编号、投资方" value={q} onSet={onWords} />
        <FilterSelect label="单位" param="unit" value={unit} choices={units} />
        <FilterSelect label="日期在" param="dated" value={dated === undefined ? undefined : String(dated)} choices={years.map((it) => ({ value: String(it), label: `${it} 年` }))} all="任何年份" />
        {form ? <NarrowFilters form={form} /> : null}
      </FilterBar>
    </>
  );
}
