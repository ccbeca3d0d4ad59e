import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useYear } from '../../../ui/session.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { AdjustmentTable } from './AdjustmentTable.tsx';
import { boardApi } from './board-api.ts';
import { BoardAside } from './BoardAside.tsx';
import { BoardFilters } from './BoardFilters.tsx';
import { BoardSummary } from './BoardSummary.tsx';
import { boardFilter } from './board-filter.ts';
import { DerivingNotice } from './DerivingNotice.tsx';
import { TaskGrid } from './TaskGrid.tsx';
import { whileDeriving } from './while-deriving.ts';

/** 十八项任务: the annex of the policy, each task with how it stands. */
export function BoardPage() {
  const year = useYear();
  const search = useSearch('/board');
  const query = useQuery(boardApi.board.queryOptions({ input: { year }, placeholderData: (before) => before, refetchInterval: whileDeriving }));
  return (
    <>
      <PageTitle title="十八项任务" summary={query.data ? <BoardSummary text={query.data.summary} /> : undefined} />
      <Loaded query={query} waiting={<Skeleton lines={12} label="正在读取十八项任务…" />}>
        {(board) => (
          <>
            <DerivingNotice deriving={board.deriving} />
            <BoardFilters tasks={board.tasks} {...search} />
            <TaskGrid tasks={boardFilter(board.tasks, search)} stale={query.isPlaceholderData} />
            <AdjustmentTable adjustments={board.adjustments} />
            <BoardAside board={board} />
          </>
        )}
      </Loaded>
    </>
  );
}
