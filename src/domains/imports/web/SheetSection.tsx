import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Report } from './shapes.ts';
import { type SheetLine, sheetLines } from './sheet-lines.ts';

const columnsOf = (done: boolean): Column<SheetLine>[] => [
  { key: 'sheet', head: '台账', rowHeader: true, cell: (it) => it.sheet },
  { key: 'accepted', head: done ? '已写入' : '可写入', align: 'end', cell: (it) => `${it.accepted} 行` },
  { key: 'rejected', head: '退回', align: 'end', cell: (it) => (it.rejected > 0 ? <span className="late">{it.rejected} 行</span> : <span className="quiet">—</span>) },
];

/** How many rows of each register go in, and how many come back. */
export function SheetSection({ report, done }: { report: Report; done: boolean }) {
  const lines = sheetLines(report);
  const partial = report.rejected.length < report.rejectedCount;
  return (
    <Section title="各本台账" hint={partial ? '退回按先列出的行计' : undefined}>
      <DataTable caption="各本台账" columns={columnsOf(done)} rows={lines} rowKey={(it) => it.sheet} keyboard={false} />
    </Section>
  );
}
