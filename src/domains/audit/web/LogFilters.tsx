import type { Choice } from '../../../ui/SelectField.tsx';
import { FilterBar } from '../../../ui/FilterBar.tsx';
import { FilterDay } from '../../../ui/FilterDay.tsx';
import { FilterSelect } from '../../../ui/FilterSelect.tsx';
import { FilterText } from '../../../ui/FilterText.tsx';
import { SearchLink } from '../../../ui/SearchLink.tsx';
import { useSession } from '../../../ui/session.ts';

export interface LogSearch {
  from: string | undefined;
  to: string | undefined;
  account: string | undefined;
  action: string | undefined;
  object: string | undefined;
}

/** By day, person, act and object; all of them stand in the address, none of them names a person. */
export function LogFilters({ search, people, actions }: { search: LogSearch; people: readonly Choice[]; actions: readonly Choice[] }) {
  const { today } = useSession();
  const { from, to, account, action, object } = search;
  const set = Object.values(search).some((it) => it !== undefined);
  return (
    <FilterBar aside={set ? <SearchLink change={{ from: undefined, to: undefined, account: undefined, action: undefined, object: undefined, before: undefined }}>清除全部条件</SearchLink> : undefined}>
      <FilterDay label="从" param="from" value={from} max={to ?? today} />
      <FilterDay label="到" param="to" value={to} min={from} max={today} />
      <FilterSelect label="谁" param="account" value={account} choices={people} />
      <FilterSelect label="做了什么" param="action" value={action} choices={actions} />
      <FilterText label="对象编号或请求编号" param="object" value={object} />
    </FilterBar>
  );
}
