import type { Choice } from '../../../ui/SelectField.tsx';
import { FilterBar } from '../../../ui/FilterBar.tsx';
import { FilterSelect } from '../../../ui/FilterSelect.tsx';
import { FilterText } from '../../../ui/FilterText.tsx';

export interface LogSearch {
  from: string | undefined;
  to: string | undefined;
  login: string | undefined;
  action: string | undefined;
  object: string | undefined;
}

/** By day, account, act and object; all of them stand in the address, none of them names a person. */
export function LogFilters({ search, actions }: { search: LogSearch; actions: readonly Choice[] }) {
  return (
    <FilterBar>
      <FilterText label="从哪天（2026-01-01）" param="from" value={search.from} />
      <FilterText label="到哪天（2026-01-31）" param="to" value={search.to} />
      <FilterText label="登录名" param="login" value={search.login} />
      <FilterSelect label="做了什么" param="action" value={search.action} choices={actions} />
      <FilterText label="对象或请求编号" param="object" value={search.object} />
    </FilterBar>
  );
}
