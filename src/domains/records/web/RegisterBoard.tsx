import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../ui/Loaded.tsx';
import { SearchLink } from '../../../ui/SearchLink.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { BoardCard } from './BoardCard.tsx';
import { recordsApi } from './records-api.ts';
import './RegisterBoard.css';

/** A register as a board: a column for each stage of its courses, the latest moved on top. */
export function RegisterBoard({ asked, word }: { asked: Parameters<typeof recordsApi.board.call>[0]; word: string }) {
  const query = useQuery(recordsApi.board.queryOptions({ input: asked, placeholderData: keepPreviousData }));
  return (
    <Loaded query={query} waiting={<Skeleton lines={8} />}>
      {(columns) => (
        <div className="board-frame" role="region" aria-label="看板" tabIndex={0}>
          <ol className="board">
            {columns.map(({ stage, total, cards }) => (
              <li key={stage} className="board-column">
                <h2>{stage} <span className="num">{total}</span></h2>
                {cards.length === 0 ? <p className="quiet">没有</p> : null}
                <ul>{cards.map((it) => <BoardCard key={it.id} card={it} />)}</ul>
                {total > cards.length ? <SearchLink change={{ view: undefined, stage, page: undefined }}>其余 {total - cards.length} {word}，用列表看</SearchLink> : null}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Loaded>
  );
}
