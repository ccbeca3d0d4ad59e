import { Button } from '../../../ui/Button.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { DecisionSteps } from './DecisionSteps.tsx';
import { Hangers } from './Hangers.tsx';
import type { Question } from './shapes.ts';
import './DecisionItem.css';

/** One question: its clause, the present reading and whence it comes, what hangs on it, and what was decided. @param onPropose absent: the person may not */
export function DecisionItem({ question: it, onPropose }: { question: Question; onPropose: ((question: Question) => void) | undefined }) {
  return (
    <article className="decision">
      <header className="decision-question">
        <h3>{it.question}</h3>
        <p className="decision-about">
          {it.label}・<span className="decision-place">{it.clause.place}</span>（{it.clause.title}）
        </p>
      </header>
      <div className="decision-reading">
        <p>
          <Tag variant={it.decided ? 'pine' : it.value === null ? 'cinnabar' : 'ginkgo'}>{it.decided ? '按决定' : it.value === null ? '待定' : '暂按'}</Tag>{' '}
          <b className="decision-value">{it.value ?? (it.hangs.some((one) => one.kind !== 'task') ? '相关的数留空' : '等待决定')}</b>
        </p>
        {it.source === null ? null : <p className="decision-source">{it.source}</p>}
        {onPropose ? (
          <p className="decision-act">
            <Button small onClick={() => onPropose(it)}>
              {it.decided ? '以新决定替代' : '提出决定'}
              <span className="visually-hidden">：{it.label}</span>
            </Button>
          </p>
        ) : null}
      </div>
      <div className="decision-hangs">
        <Hangers hangs={it.hangs} />
      </div>
      {it.decisions.length > 0 ? <DecisionSteps decisions={it.decisions} /> : null}
    </article>
  );
}
