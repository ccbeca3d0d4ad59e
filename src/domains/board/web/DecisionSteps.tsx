import { Tag } from '../../../ui/Tag.tsx';
import type { Decision } from './freeze-shapes.ts';

/** Decisions taken on a question, with the two persons and the document of each. */
export function DecisionSteps({ decisions }: Pick<Decision, 'decisions'>) {
  return (
    <ul className="decision-steps" aria-label="作出的决定">
      {decisions.map((it) => (
        <li key={it.id} className={it.state === 'proposed' ? 'decision-proposed' : undefined}>
          <b>{it.value}</b>
          <span>{it.from === null ? '自始有效' : <><span className="num">{it.from}</span> 起</>}</span>
          <span>依据：{it.document}</span>
          <span className="quiet">
            {it.takenOver ? null : `${it.proposedBy ?? '未记名'}提出，${it.approvedBy === null ? '等待另一人批准' : `${it.approvedBy}批准`}`}
          </span>
          {it.takenOver ? <Tag variant="ginkgo" look="soft">期初建账</Tag> : null}
          {it.state === 'proposed' ? <Tag variant="ginkgo">未批准</Tag> : null}
        </li>
      ))}
    </ul>
  );
}
