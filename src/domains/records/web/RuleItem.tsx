import { ExplainTree } from '../../../ui/ExplainTree.tsx';
import { Light } from '../../../ui/Light.tsx';
import type { Rule } from './shapes.ts';
import './RuleItem.css';

const looks = { yes: ['good', '符合'], unknown: ['slow', '无法判断'], no: ['idle', '不符合'] } as const;

/** A rule in one line; it opens to the explanation. What cannot be judged stands open, as something is missing. */
export function RuleItem({ rule: { label, sentence, clauses, explained } }: { rule: Rule }) {
  const [light, word] = looks[explained.outcome];
  return (
    <details className="rule" open={explained.outcome === 'unknown'}>
      <summary>
        <span className="rule-outcome"><Light state={light}>{word}</Light></span>
        <span className="rule-text">
          <span className="rule-label">{label}</span>
          <span className="rule-sentence">{sentence}</span>
          {explained.outcome === 'unknown' && explained.missing.length > 0 ? <span className="rule-missing">还缺：{explained.missing.join('、')}</span> : null}
        </span>
      </summary>
      <ExplainTree node={explained} clause={clauses.length > 0 ? <>依据：{clauses.map((it) => `${it.place}（${it.title}）`).join('；')}</> : undefined} />
    </details>
  );
}
