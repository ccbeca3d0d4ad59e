import { Link } from '../../../ui/Link.tsx';
import type { TraceNode } from './shapes.ts';
import { placeTree } from './trace-layout.ts';

/** In pixels at the standard density: a card, and what lies between two. */
const [WIDTH, HEIGHT, ACROSS, DOWN] = [216, 64, 56, 14];

/** The tree as a picture, the root at the left. On a phone the list below it says the same. */
export function TracePicture({ nodes }: { nodes: readonly TraceNode[] }) {
  const { placed, rows, columns } = placeTree(nodes);
  const at = new Map(placed.map((it) => [it.node.subject.id, it]));
  const left = (column: number): number => column * (WIDTH + ACROSS);
  const top = (row: number): number => row * (HEIGHT + DOWN);
  const [width, height] = [left(columns) - ACROSS, top(rows) - DOWN];
  return (
    <div className="trace-picture" role="group" aria-label="裂变图" tabIndex={0}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <g className="trace-lines" aria-hidden="true">
          {placed.map(({ node, column, row }) => {
            const from = at.get(node.from ?? '');
            if (!from) return null;
            const [x1, y1, x2, y2] = [left(from.column) + WIDTH, top(from.row) + HEIGHT / 2, left(column), top(row) + HEIGHT / 2];
            return <path key={node.subject.id} d={`M${x1} ${y1} C${x1 + ACROSS / 2} ${y1} ${x2 - ACROSS / 2} ${y2} ${x2} ${y2}`} />;
          })}
        </g>
        {placed.map(({ node: { subject, how, first, amount }, column, row }) => (
          <foreignObject key={subject.id} x={left(column)} y={top(row)} width={WIDTH} height={HEIGHT}>
            <Link className="trace-card" data-kind={subject.kind} data-root={how === null} to="/dossiers/$id" params={{ id: subject.id }}>
              <span className="trace-card-head">{subject.kindLabel}{how === null ? '' : `・${how}`}{first ? <span className="num"> {first.day}</span> : null}</span>
              <b className="trace-card-name">{subject.name}</b>
              {amount === null ? null : <span className="num trace-card-amount">{amount}</span>}
            </Link>
          </foreignObject>
        ))}
      </svg>
    </div>
  );
}
