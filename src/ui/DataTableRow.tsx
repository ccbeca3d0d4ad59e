import { type Column, phonePlace, type RowTone } from './data-table.ts';

interface DataTableRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  tone: RowTone | undefined;
  /** Undefined where rows cannot be ticked. */
  ticked: boolean | undefined;
  onTick: () => void;
}

export function DataTableRow<Row>({ row, index, columns, tone, ticked, onTick }: DataTableRowProps<Row>) {
  const classes = [tone ? `row-${tone}` : '', ticked ? 'row-ticked' : ''].filter(Boolean).join(' ');
  return (
    <tr role="row" tabIndex={-1} data-row="" className={classes || undefined}>
      {ticked === undefined ? null : (
        <td role="cell" className="cell-tick">
          <input type="checkbox" aria-label={`选中第 ${index + 1} 行`} checked={ticked} onChange={onTick} />
        </td>
      )}
      {columns.map((it) => {
        const content = it.cell(row, index);
        // Stacked on a phone, a heading without anything behind it says nothing.
        const empty = content === null || content === undefined || content === '';
        const shared = { className: it.align === 'end' ? 'cell-end' : undefined, 'data-phone': empty ? 'hidden' : phonePlace(it) };
        const label = typeof it.head === 'string' ? <span className="cell-label">{it.head}</span> : null;
        return it.rowHeader ? (
          <th key={it.key} role="rowheader" scope="row" {...shared}>{content}</th>
        ) : (
          <td key={it.key} role="cell" {...shared}>
            {label}
            {content}
          </td>
        );
      })}
    </tr>
  );
}
