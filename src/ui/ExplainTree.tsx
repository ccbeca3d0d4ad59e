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

const outcomes = { yes: ['√', '符合'], no: ['×', '不符合'], unknown: ['?', '无法判断'] } as const;

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
  const [sign, word] = outcomes[node.outcome];
  const parts = node.parts ?? [];
  const missing = parts.length > 0 ? [] : (node.missing ?? []);
  return (
    <div className={`explain-node explain-${node.outcome}`}>
      <p className="explain-line">
        <span className="explain-outcome">
          <span className="explain-sign" aria-hidden="true">{sign}</span>
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
