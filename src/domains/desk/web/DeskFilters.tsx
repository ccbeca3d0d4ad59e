import { FilterBar } from '../../../ui/FilterBar.tsx';
import { FilterSelect } from '../../../ui/FilterSelect.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { DeskList } from './shapes.ts';
import type { DeskSearch } from './use-desk.ts';

/** Views by state, and the filters of the desk; all stand in the address. */
export function DeskFilters({ all, search }: { all: DeskList['all'] | undefined; search: DeskSearch }) {
  const choices = (list: readonly { id: string; name: string; count: number }[] | undefined) => (list ?? []).map((it) => ({ value: it.id, label: `${it.name}（${it.count}）` }));
  const { waits, lamp } = search;
  const tab = (label: string, count: number | undefined, change: { waits?: string; lamp?: string }) => ({ label, count, current: waits === change.waits && lamp === change.lamp, search: { waits: change.waits, lamp: change.lamp, page: undefined } });
  return (
    <>
      <Tabs
        label="按状态查看"
        tabs={[
          tab('全部', all?.total, {}),
          ...(all?.waits ?? []).map((it) => tab(it.name, it.count, { waits: it.id })),
          ...(all && all.late > 0 ? [tab('超期', all.late, { lamp: 'late' })] : []),
        ]}
      />
      <FilterBar>
        <FilterSelect label="台账" param="kind" value={search.kind} choices={choices(all?.kinds)} />
        <FilterSelect label="事项" param="milestone" value={search.milestone} choices={choices(all?.milestones)} />
        <FilterSelect label="申报单位" param="unit" value={search.unit} choices={choices(all?.units)} />
        <FilterSelect label="材料" param="gate" value={search.gate} choices={[{ value: 'complete', label: '齐全' }, { value: 'incomplete', label: '有缺项' }]} />
      </FilterBar>
    </>
  );
}
