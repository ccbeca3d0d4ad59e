import type { ReactNode } from 'react';
import './ExplainTree.css';

/** A condition with what was found; the shape in which the mechanism explains itself. */
export interface ExplainNode {
  readonly sentence: string;
  readonly outcome: 'yes' | 'no' | 'unknown';
  readonly found?: string | undefined;
  /** Fields to fill, decisions to take. */
  readonly missing?: readonly string[];
  readonly parts?: readonly ExplainNode[];
}

export interface ExplainTreeProps {
  node: ExplainNode;
  /** Words or a link beside the first line: the clause. */
  clause?: ReactNode;
}

const outcomes = {
  yes: { sign: 'M1.5 6.5l3 3 6-7', word: '符合' },
  no: { sign: 'M2 2l8 8M10 2l-8 8', word: '不符合' },
  unknown: { sign: 'M3.5 4a2.5 2.5 0 1 1 3.6 2.2C6.3 6.7 6 7.2 6 8M6 10.4v.6', word: '无法判断' },
} as const;

/** Why a rule says yes, no, or that it cannot say. */
export function ExplainTree({ node, clause }: ExplainTreeProps) {
  return (
    <div className="explain">
      <Branch node={node} />
      {clause ? <p className="explain-clause">{clause}</p> : null}
    </div>
  );
}

function Branch({ node }: { node: ExplainNode }) {
  const { sign, word } = outcomes[node.outcome];
  const parts = node.parts ?? [];
  const missing = parts.length > 0 ? [] : (node.missing ?? []);
  return (
    <div className={`explain-node explain-${node.outcome}`}>
      <p className="explain-line">
        <span className="explain-outcome">
          <svg className="explain-sign" viewBox="0 0 12 12" aria-hidden="true">
            <path d={sign} />
          </svg>
          {word}
        </span>
        <span className="explain-sentence">{node.sentence}</span>
        {node.found === undefined ? null : <span className="explain-found">台账：{node.found}</span>}
      </p>
      {missing.length > 0 ? <p className="explain-missing">还缺：{missing.join('、')}</p> : null}
      {parts.length > 0 ? (
        <ul>
          {parts.map((it, index) => (
            <li key={index}>
              <Branch node={it} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
