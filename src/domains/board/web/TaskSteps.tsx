import { Link } from '../../../ui/Link.tsx';
import type { Task } from './shapes.ts';
import './TaskSteps.css';

/** To the tasks before and after. */
export function TaskSteps({ tasks, task }: { tasks: readonly Task[]; task: Task }) {
  const at = tasks.indexOf(task);
  const [before, after] = [tasks[at - 1], tasks[at + 1]];
  return (
    <nav className="task-steps no-print" aria-label="相邻任务">
      {before ? <Link to="/board/$task" params={{ task: before.id }}>← {before.number}. {before.title}</Link> : <span />}
      {after ? <Link to="/board/$task" params={{ task: after.id }}>{after.number}. {after.title} →</Link> : null}
    </nav>
  );
}
