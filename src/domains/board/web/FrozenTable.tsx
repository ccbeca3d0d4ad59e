import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FrozenCell } from './FrozenCell.tsx';
import { type FrozenGroup, frozenRows, type FrozenRow, isMoved } from './frozen-groups.ts';
import { shortWindow } from './window-text.ts';

/** One measure: a line for each unit, a column for each window, as they were printed. */
export function FrozenTable({ group }: { group: FrozenGroup }) {
  const windows = [...new Map(group.figures.map((it) => [it.window.name, it.window])).values()].sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1));
  const columns: Column<FrozenRow>[] = [
    { key: 'owner', head: '单位', rowHeader: true, cell: (it) => <span className="frozen-owner">{it.owner.name}</span> },
    ...windows.map(
      (window): Column<FrozenRow> => ({
        key: window.name,
        head: shortWindow(window),
        align: 'end',
        width: windows.length > 6 ? undefined : '9rem',
        cell: (it) => {
          const figure = it.figures.find((one) => one.window.name === window.name);
          return figure ? <FrozenCell figure={figure} /> : null;
        },
      }),
    ),
  ];
  return (
    <DataTable
      caption={group.label}
      columns={columns}
      rows={frozenRows(group.figures)}
      rowKey={(it) => it.owner.id}
      rowTone={(it) => (it.figures.some((one) => one.inside && isMoved(one)) ? 'ginkgo' : undefined)}
      wide={windows.length > 6}
      keyboard={false}
    />
  );
}
