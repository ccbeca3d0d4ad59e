import { Link } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ClauseList } from './ClauseList.tsx';
import type { Thirty } from './shapes.ts';
import './FigureRule.css';

/** How the ratio is counted, where the policy asks for it, and that its reading is open while nobody decided it. */
export function RatioRule({ thirty: { decided, question, rule, clauses } }: { thirty: Thirty }) {
  return (
    <>
      {decided ? null : (
        <Notice tone="warn" title="口径待定" action={<Link to="/decisions">看待定口径</Link>}>
          {question}决定以前按下列规则计算。
        </Notice>
      )}
      <Section title="怎么算">
        <ul className="figure-rules">
          {rule.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
        <ClauseList clauses={clauses} />
      </Section>
    </>
  );
}
