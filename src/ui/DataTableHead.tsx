import type { Column, Sort } from './data-table.ts';

interface DataTableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: ((key: string) => void) | undefined;
  /** Undefined where rows cannot be ticked. */
  allTicked: boolean | undefined;
  onTickAll: (on: boolean) => void;
}

// Signs that every Chinese font has.
const arrows = { ascending: '↑', descending: '↓', none: '↑↓' } as const;

export function DataTableHead<Row>({ columns, sort, onSort, allTicked, onTickAll }: DataTableHeadProps<Row>) {
  const direction = (key: string) => (sort?.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending');
  return (
    <thead role="rowgroup">
      <tr role="row">
        {allTicked === undefined ? null : (
          <th role="columnheader" scope="col" className="cell-tick">
            <input type="checkbox" aria-label="选中本页全部" checked={allTicked} onChange={(event) => onTickAll(event.target.checked)} />
          </th>
        )}
        {columns.map((it) => (
          <th
            key={it.key}
            role="columnheader"
            scope="col"
            className={it.align === 'end' ? 'cell-end' : undefined}
            style={it.width ? { width: it.width } : undefined}
            aria-sort={it.sortable && onSort ? direction(it.key) : undefined}
          >
            {it.sortable && onSort ? (
              <button type="button" className="sort-button" onClick={() => onSort(it.key)}>
                {it.head}
                <span className="sort-arrow" aria-hidden="true">{arrows[direction(it.key)]}</span>
              </button>
            ) : (
              it.head
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
