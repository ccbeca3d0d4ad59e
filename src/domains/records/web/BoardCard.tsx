import type { InferContractRouterOutputs } from '@orpc/contract';
import { Link } from '../../../ui/Link.tsx';
import type { recordsContract } from '../contract.ts';
import { ProgressTag } from './ProgressTag.tsx';

type Card = InferContractRouterOutputs<typeof recordsContract>['board'][number]['cards'][number];

/** From how many days without a milestone a card is marked. */
const LONG = 30;

/** One record on the board: what it is, whose, how large, and how long nothing has happened. */
export function BoardCard({ card: { id, name, unit, amount, days, progress } }: { card: Card }) {
  const ended = progress?.is === 'lost' || progress?.is === 'ended';
  return (
    <li className={`board-card${!ended && days !== null && days > LONG ? ' board-long' : ''}`}>
      <Link to="/dossiers/$id" params={{ id }}>{name}</Link>
      {progress ? <> <ProgressTag progress={progress} /></> : null}
      <p className="board-about"><span>{unit?.name ?? '全市'}</span><span className="num">{amount}</span></p>
      <p className="board-days">{days === null ? '还没有登记事项' : days === 0 ? '今天有进展' : <>距上次登记 <span className="num">{days}</span> 天</>}</p>
    </li>
  );
}
