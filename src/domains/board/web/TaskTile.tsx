import { Light } from '../../../ui/Light.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { lightLabels } from '../terms.ts';
import { bareReason, lightLook } from './light-look.ts';
import type { Task } from './shapes.ts';
import { TaskUnits } from './TaskUnits.tsx';
import './TaskTile.css';

/** One task: number, name, bar with 序时, light with its reason, units. The whole of it opens the task. */
export function TaskTile({ task }: { task: Task }) {
  const look = lightLook(task.light);
  const measured = task.progress !== null;
  return (
    <li className={`task-tile task-tile-${task.light}`} data-row="" tabIndex={-1}>
      <h2 className="task-tile-head">
        <span className="task-number num">{task.number}</span>
        <Link to="/board/$task" params={{ task: task.id }} data-open="">
          {task.title}
        </Link>
        {task.leadOpen === null ? null : <Tag variant="ginkgo" look="soft">牵头待定</Tag>}
      </h2>
      <div className="task-tile-bar">
        {measured ? <Progress label={`${task.title}完成`} share={task.progress!} pace={task.pace} tone={look.tone} /> : <span className="task-tile-nobar" />}
        <span className="num" aria-hidden="true">{measured ? `${Math.round(task.progress! * 100)}%` : ''}</span>
      </div>
      <p className="task-tile-reason">
        <Light state={look.light}>{lightLabels[task.light]}</Light>
        <span>{bareReason(task.light, task.reason)}</span>
      </p>
      <TaskUnits task={task} />
    </li>
  );
}
