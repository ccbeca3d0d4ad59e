import type { Task } from './shapes.ts';
import { unitsInShort } from './unit-groups.ts';
import { useUnitKinds } from './use-unit-kinds.ts';
import './TaskUnits.css';

/** Who leads a task (★) and who takes part, in one line. */
export function TaskUnits({ task }: { task: Task }) {
  const kinds = useUnitKinds();
  return (
    <p className="task-units">
      {task.lead.length > 0 ? (
        <b>
          <span className="task-star" aria-hidden="true">★ </span>
          <span className="visually-hidden">牵头：</span>
          {unitsInShort(task.lead, kinds)}
        </b>
      ) : null}
      {task.with.length > 0 ? (
        <span>
          <span className="visually-hidden">责任单位：</span>
          {unitsInShort(task.with, kinds)}
        </span>
      ) : null}
    </p>
  );
}
