import { Link } from '../../../ui/Link.tsx';
import type { TraceNode } from './shapes.ts';
import { childrenOf } from './trace-layout.ts';

/** The tree in words: each with what followed from it below. */
export function TraceList({ nodes }: { nodes: readonly TraceNode[] }) {
  return <Branch of="" following={childrenOf(nodes)} />;
}

function Branch({ of, following }: { of: string; following: ReadonlyMap<string, readonly TraceNode[]> }) {
  const list = following.get(of);
  if (!list) return null;
  return (
    <ul className="trace-list">
      {list.map(({ subject, how, unit, first, amount }) => (
        <li key={subject.id}>
          <span className="trace-how">{subject.kindLabel}</span> <Link to="/dossiers/$id" params={{ id: subject.id }}>{subject.name}</Link>{' '}
          <span className="quiet">{[how, unit.name, first ? `${first.day}${first.label}` : null, amount].filter(Boolean).join(' · ')}</span>
          <Branch of={subject.id} following={following} />
        </li>
      ))}
    </ul>
  );
}
