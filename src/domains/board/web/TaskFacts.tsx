import { Notice } from '../../../ui/Notice.tsx';
import { ClauseList } from './ClauseList.tsx';
import type { Task } from './shapes.ts';
import { unitGroups } from './unit-groups.ts';
import { useUnitKinds } from './use-unit-kinds.ts';
import './TaskFacts.css';

/** What a task asks, of whom, and where that is written. */
export function TaskFacts({ task }: { task: Task }) {
  const kinds = useUnitKinds();
  const groups = unitGroups(task.with, (it) => it.id, kinds);
  return (
    <>
      {task.leadOpen === null ? null : (
        <Notice tone="warn" title="牵头单位待定">
          {task.leadOpen}
        </Notice>
      )}
      <div className="task-facts">
        <p className="task-brief">{task.brief}</p>
        <dl>
          <div>
            <dt>牵头单位</dt>
            <dd>
              {task.lead.length > 0 ? <b><span className="task-star" aria-hidden="true">★ </span>{names(task.lead)}</b> : <span className="quiet">原文没有标明</span>}
            </dd>
          </div>
          {task.with.length > 0 ? (
            <div>
              <dt>责任单位</dt>
              <dd>
                {groups.map((it) => (
                  <p key={it.kind}>{names(it.items)}</p>
                ))}
              </dd>
            </div>
          ) : null}
          <div>
            <dt>依据</dt>
            <dd>
              <ClauseList clauses={task.clauses} />
            </dd>
          </div>
        </dl>
      </div>
    </>
  );
}

function names(units: readonly { name: string }[]): string {
  return units.map((it) => it.name).join('、');
}
