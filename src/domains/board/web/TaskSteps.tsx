import { Link } from '@tanstack/react-router';
import type { Task } from './shapes.ts';
import './TaskSteps.css';

/** To the tasks before and after. */
export function TaskSteps({ tasks, task }: { tasks: readonly Task[]; task: Task }) {
  const at = tasks.indexOf(task);
  const [before, after] = [tasks[at - 1], tasks[at + 1]];
  return (
    <nav className="task-steps no-print" aria-label="相邻任务">
      {before ? <Link to="/board/$task" params={{ task: before.id }} search={(it) => it}>← {before.number}. {before.title}</Link> : <span />}
      {after ? <Link to="/board/$task" params={{ task: after.id }} search={(it) => it}>{after.number}. {after.title} →</Link> : null}
    </nav>
  );
}
