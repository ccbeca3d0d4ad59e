import { type ReactNode, useRef } from 'react';
import { type Column, phonePlace, type RowTone, type Sort } from './data-table.ts';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { DataTableSkeleton } from './DataTableSkeleton.tsx';
import { useRowKeys } from './use-row-keys.ts';
import './DataTable.css';

export interface DataTableProps<Row> {
  /** What the table holds, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  /** Undefined while they are being read. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  sort?: Sort | undefined;
  onSort?: (key: string) => void;
  /** Shown in place of rows. */
  empty?: ReactNode;
  /** A bar at the row's left: ginkgo for what matters now, cinnabar for what is late. */
  rowTone?: (row: Row) => RowTone | undefined;
  /** Keys of the ticked rows; with `onSelect` each row has a box. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** A last row of totals, by column key. */
  totals?: Readonly<Record<string, ReactNode>> | undefined;
  /** Being read again: the old rows stay, paler. */
  stale?: boolean;
  /** Wider than the page: scrolls sideways in its own frame. */
  wide?: boolean;
  /** J, K, Enter and X on the rows; on unless switched off. */
  keyboard?: boolean;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, onSort, empty, rowTone, selected, onSelect, totals, stale, wide, keyboard = true } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body, keyboard && rows !== undefined && rows.length > 0, onSelect !== undefined);
  const ticked = selected ?? new Set<string>();
  const tick = (key: string) => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    onSelect?.(next);
  };
  const table = (
    <table className={`data-table${stale ? ' data-table-stale' : ''}${rows?.length === 0 ? ' data-table-empty' : ''}`} role="table" aria-busy={rows === undefined || stale ? true : undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <DataTableHead
        columns={columns}
        sort={sort}
        onSort={onSort}
        allTicked={onSelect && rows ? rows.length > 0 && rows.every((it) => ticked.has(rowKey(it))) : undefined}
        onTickAll={(on) => onSelect?.(new Set(on ? rows?.map(rowKey) : []))}
      />
      <tbody ref={body} role="rowgroup" data-rows="">
        {rows === undefined ? <DataTableSkeleton columns={columns.length + (onSelect ? 1 : 0)} /> : null}
        {rows?.map((row, index) => (
          <DataTableRow
            key={rowKey(row)}
            row={row}
            index={index}
            columns={columns}
            tone={rowTone?.(row)}
            ticked={onSelect ? ticked.has(rowKey(row)) : undefined}
            onTick={() => tick(rowKey(row))}
          />
        ))}
      </tbody>
      {totals && rows && rows.length > 0 ? (
        <tfoot role="rowgroup">
          <tr role="row">
            {onSelect ? <td role="cell" data-phone="hidden" /> : null}
            {columns.map((it) => (
              <td key={it.key} role="cell" className={it.align === 'end' ? 'cell-end' : undefined} data-phone={totals[it.key] === undefined ? 'hidden' : phonePlace(it)}>
                {typeof it.head === 'string' && !it.rowHeader ? <span className="cell-label">{it.head}</span> : null}
                {totals[it.key]}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
  return (
    <>
      {wide ? <div className="data-table-frame" role="region" aria-label={caption} tabIndex={0}>{table}</div> : table}
      {rows?.length === 0 ? empty : null}
    </>
  );
}
