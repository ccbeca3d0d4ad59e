import './Skeleton.css';

const widths = ['70%', '45%', '60%', '50%'];

/** Six rows in the shape of those to come. */
export function DataTableSkeleton({ columns }: { columns: number }) {
  return Array.from({ length: 6 }, (_, row) => (
    <tr key={row} role="row" className="row-skeleton">
      {Array.from({ length: columns }, (_, column) => (
        <td key={column} role="cell">
          {row + column === 0 ? <span className="visually-hidden">正在读取…</span> : null}
          <span className="skeleton-line" style={{ width: widths[(row + column) % widths.length] }} />
        </td>
      ))}
    </tr>
  ));
}
