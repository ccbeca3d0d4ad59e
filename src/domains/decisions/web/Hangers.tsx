import { hangerLabels } from '../terms.ts';
import type { OpenedQuestion } from './shapes.ts';
import './Hangers.css';

/** What a question moves: tasks, measures and awards, each with its clause. */
export function Hangers({ hangs }: Pick<OpenedQuestion, 'hangs'>) {
  if (hangs.length === 0) return <p className="quiet">目前没有用到</p>;
  return (
    <ul className="hangers">
      {hangs.map((it) => (
        <li key={`${it.kind} ${it.id}`}>
          <span className="hanger-kind">{hangerLabels[it.kind]}</span>
          <span>
            {it.name}
            <span className="hanger-clause">{[...new Set(it.clauses.map((clause) => clause.place))].join('、')}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
