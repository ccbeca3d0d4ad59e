import type { Clause } from './shapes.ts';
import './ClauseList.css';

/** Where in the policy a thing stands, and what it is called there. */
export function ClauseList({ clauses }: { clauses: readonly Clause[] }) {
  return (
    <ul className="clauses">
      {clauses.map((it) => (
        <li key={it.id}>
          <span className="clause-place">{it.place}</span>
          {it.title}
        </li>
      ))}
    </ul>
  );
}
