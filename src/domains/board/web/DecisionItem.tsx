import { Tag } from '../../../ui/Tag.tsx';
import { DecisionSteps } from './DecisionSteps.tsx';
import type { Decision } from './freeze-shapes.ts';
import './DecisionItem.css';

/** One question: its clause, the present reading and whence it comes, what hangs on it, and what was decided. */
export function DecisionItem({ decision: { label, question, clause, value, decided, source, hangs, decisions } }: { decision: Decision }) {
  return (
    <article className="decision">
      <header className="decision-question">
        <h3>{question}</h3>
        <p className="decision-about">
          {label}・<span className="decision-place">{clause.place}</span>（{clause.title}）
        </p>
      </header>
      <div className="decision-reading">
        <p>
          <Tag variant={decided ? 'pine' : value === null ? 'cinnabar' : 'ginkgo'}>{decided ? '按决定' : value === null ? '待定' : '暂按'}</Tag>{' '}
          <b className="decision-value">{value ?? (hangs.length > 0 ? '相关的数留空' : '等待决定')}</b>
        </p>
        {source === null ? null : <p className="decision-source">{source}</p>}
      </div>
      <div className="decision-hangs">
        <p className="quiet">{hangs.length > 0 ? `影响 ${hangs.length} 项指标或奖励` : '目前没有指标或奖励用到'}</p>
        <ul>{hangs.map((it) => <li key={it.id}>{it.name}</li>)}</ul>
      </div>
      {decisions.length > 0 ? <DecisionSteps decisions={decisions} /> : null}
    </article>
  );
}
