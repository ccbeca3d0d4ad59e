import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useParams } from '../../../ui/pages.ts';
import { useYear } from '../../../ui/session.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { lightLabels } from '../terms.ts';
import { AdjustmentTable } from './AdjustmentTable.tsx';
import { boardApi } from './board-api.ts';
import { DerivingNotice } from './DerivingNotice.tsx';
import { bareReason } from './light-look.ts';
import type { Board, Task } from './shapes.ts';
import { TaskFacts } from './TaskFacts.tsx';
import { TaskHead } from './TaskHead.tsx';
import { TaskLines } from './TaskLines.tsx';
import { TaskSteps } from './TaskSteps.tsx';
import { whileDeriving } from './while-deriving.ts';

/** One of the eighteen tasks: whose it is, and each of its targets by unit and window. */
export function TaskPage() {
  const { task: id } = useParams('/board/$task');
  const year = useYear();
  const query = useQuery(boardApi.board.queryOptions({ input: { year }, placeholderData: (before) => before, refetchInterval: whileDeriving }));
  const task = query.data?.tasks.find((it) => it.id === id);
  return (
    <>
      <TaskHead task={task} isKnown={query.data !== undefined} />
      <Loaded query={query} waiting={<Skeleton lines={10} label="正在读取这项任务…" />}>
        {(board) => (task ? <Open task={task} board={board} /> : <EmptyState title="没有这项任务" action={<Link to="/board">看十八项任务</Link>}>地址可能写错了。</EmptyState>)}
      </Loaded>
    </>
  );
}

function Open({ task, board }: { task: Task; board: Board }) {
  const measures = new Set(task.lines.map((it) => it.measure));
  const measured = task.lines.length > 0;
  return (
    <>
      <DerivingNotice deriving={board.deriving} />
      <TaskFacts task={task} />
      {measured ? (
        <TaskLines lines={task.lines} />
      ) : (
        <EmptyState title={lightLabels.none}>{bareReason(task.light, task.reason)}，所以不计进度。责任单位和依据条款见上。</EmptyState>
      )}
      <AdjustmentTable adjustments={board.adjustments.filter((it) => measures.has(it.measure))} />
      <TaskSteps tasks={board.tasks} task={task} />
    </>
  );
}
