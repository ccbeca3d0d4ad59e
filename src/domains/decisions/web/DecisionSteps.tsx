import { Link } from '../../../ui/Link.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { DecisionState } from './DecisionState.tsx';
import type { Decision } from './shapes.ts';
import { whoDecided } from './who-decided.ts';

/** The history of a question: what was proposed and decided, with the two persons and the document of each. */
export function DecisionSteps({ decisions }: { decisions: readonly Decision[] }) {
  return (
    <ul className="decision-steps" aria-label="作出和提出过的决定">
      {decisions.map((it) => (
        <li key={it.id} className={`decision-${it.state}`}>
          <Link to="/decisions/$id" params={{ id: it.id }}><b>{it.value}</b></Link>
          <span>{it.from === null ? '自始有效' : <><span className="num">{it.from}</span> 起</>}</span>
          <span>依据：{it.document}</span>
          <span className="quiet">{whoDecided(it)}</span>
          {it.takenOver ? <Tag variant="ginkgo" look="soft">期初建账</Tag> : null}
          {it.state === 'approved' ? null : <DecisionState state={it.state} />}
        </li>
      ))}
    </ul>
  );
}
