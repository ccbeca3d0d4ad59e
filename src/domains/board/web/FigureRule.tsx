import { Section } from '../../../ui/Section.tsx';
import { ClauseList } from './ClauseList.tsx';
import type { Detail } from './shapes.ts';
import './FigureRule.css';

/** By what rule it is counted, in words, and where the policy asks for it. */
export function FigureRule({ measure: { rules, clauses } }: { measure: Detail['measure'] }) {
  return (
    <>
      <Section title="怎么算">
        <ul className="figure-rules">
          {rules.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </Section>
      <Section title="依据条款">
        <ClauseList clauses={clauses} />
      </Section>
    </>
  );
}
