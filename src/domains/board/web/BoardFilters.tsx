import { FilterBar } from '../../../ui/FilterBar.tsx';
import { FilterSelect } from '../../../ui/FilterSelect.tsx';
import { useSession } from '../../../ui/session.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import { lightLabels, lights } from '../terms.ts';
import { type BoardChoice, boardFilter, unitsOf } from './board-filter.ts';
import type { Task } from './shapes.ts';
import './BoardFilters.css';

const order = ['missed', 'slow', 'on-track', 'met', 'to-come', 'none'] as const satisfies readonly (typeof lights)[number][];

/** Which of the tasks are shown: by how they stand, and whose they are. */
export function BoardFilters({ tasks, light, unit }: BoardChoice & { tasks: readonly Task[] }) {
  const { account } = useSession();
  const count = (state?: (typeof lights)[number]) => boardFilter(tasks, { light: state, unit }).length;
  const units = unitsOf(tasks);
  const own = units.filter((it) => it.id === account.unit.id).map((it) => ({ value: it.id, label: `本单位：${it.name}` }));
  const states = order.filter((it) => it === light || count(it) > 0);
  return (
    <div className="board-filters">
      <Tabs
        label="按进度看"
        tabs={[
          { label: '全部', count: count(), current: light === undefined, search: { light: undefined } },
          ...states.map((it) => ({ label: lightLabels[it], count: count(it), current: light === it, search: { light: it } })),
        ]}
      />
      <FilterBar>
        <FilterSelect label="责任单位" param="unit" value={unit} choices={[...own, ...units.filter((it) => it.id !== account.unit.id).map((it) => ({ value: it.id, label: it.name }))]} />
      </FilterBar>
    </div>
  );
}
