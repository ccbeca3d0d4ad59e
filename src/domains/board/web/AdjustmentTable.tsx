import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import { signedText } from './amount-text.ts';
import { FigureLink } from './FigureLink.tsx';
import type { Adjustment } from './shapes.ts';

const columns: Column<Adjustment>[] = [
  { key: 'window', head: '已封时段', cell: (it) => it.label, phone: 'meta' },
  { key: 'measure', head: '指标', rowHeader: true, cell: (it) => <FigureLink measure={it.measure} owner={it.owner.id} window={it.window}>{it.measureLabel}</FigureLink> },
  { key: 'owner', head: '单位', cell: (it) => it.owner.name },
  { key: 'subjects', head: '涉及', align: 'end', cell: (it) => `${it.subjects}件` },
  { key: 'quantity', head: '调整', align: 'end', phone: 'aside', cell: (it) => signedText(it.quantity) },
];

/** 封账后调整: what was recorded after a freeze for days inside it. The frozen figures stay as they were printed. */
export function AdjustmentTable({ adjustments, narrow = false }: { adjustments: readonly Adjustment[]; narrow?: boolean }) {
  if (adjustments.length === 0) return null;
  const shown = narrow ? columns.filter((it) => it.key !== 'owner') : columns;
  return (
    <Section title="封账后调整" hint={narrow ? undefined : '封账后补记、更正的，已封的数不改，另列于此'}>
      <DataTable caption="封账后调整" columns={shown} rows={adjustments} rowKey={(it) => `${it.window} ${it.measure} ${it.owner.id}`} keyboard={false} />
    </Section>
  );
}
