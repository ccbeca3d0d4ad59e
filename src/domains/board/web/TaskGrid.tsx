import { useRef } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SearchLink } from '../../../ui/SearchLink.tsx';
import { useRowKeys } from '../../../ui/use-row-keys.ts';
import type { Task } from './shapes.ts';
import { TaskTile } from './TaskTile.tsx';
import './TaskGrid.css';

interface TaskGridProps {
  tasks: readonly Task[];
  /** Of another year than was asked for. */
  stale: boolean;
}

/** The tasks as joined tiles; J and K walk them, Enter opens one. */
export function TaskGrid({ tasks, stale }: TaskGridProps) {
  const grid = useRef<HTMLUListElement>(null);
  useRowKeys(grid, tasks.length > 0, false);
  if (tasks.length === 0) {
    return (
      <EmptyState title="没有符合的任务" action={<SearchLink change={{ light: undefined, unit: undefined }}>看全部任务</SearchLink>}>
        换一个进度或单位再看。
      </EmptyState>
    );
  }
  return (
    <>
      <ul ref={grid} className={stale ? 'task-grid task-grid-stale' : 'task-grid'} data-rows="" aria-busy={stale ? true : undefined}>
        {tasks.map((it) => (
          <TaskTile key={it.id} task={it} />
        ))}
      </ul>
      <p className="task-grid-legend">
        <span className="task-star" aria-hidden="true">★</span> 牵头单位；进度条上的竖线为序时进度。只有认定的计入进度。
      </p>
    </>
  );
}
