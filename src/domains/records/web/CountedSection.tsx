import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { countedLines, type CountedLine } from './counted-lines.ts';
import type { Dossier } from './shapes.ts';

const columns: Column<CountedLine>[] = [
  {
    key: 'label',
    head: '指标',
    rowHeader: true,
    cell: ({ at, standings }) => (
      <TwoLines below={<>{at.day} 发生</>}>
        <Link to="/figures/$measure/$owner/$window" params={{ measure: at.measure, owner: at.owner.id, window: at.window }} search={standings.includes('certified') ? {} : { standing: 'declared' }}>
          {at.label}
        </Link>
      </TwoLines>
    ),
  },
  { key: 'owner', head: '计入', cell: ({ at }) => at.owner.name },
  { key: 'window', head: '统计期', cell: ({ window }) => window },
  {
    key: 'standing',
    head: '口径',
    phone: 'aside',
    cell: ({ at, standings }) => (
      <>
        {standings.includes('certified') ? <Tag variant="pine">已认定</Tag> : <Tag variant="ginkgo">仅申报</Tag>}
        {at.doubt > 0 ? <> <Tag variant="ginkgo" look="soft">待定口径</Tag></> : null}
      </>
    ),
  },
  { key: 'quantity', head: '计', align: 'end', cell: ({ at }) => `${at.quantity}${at.unit === '%' ? '' : at.unit}` },
];

/** Every figure to which the record brings something, each of which opens. */
export function CountedSection({ dossier: { counted } }: { dossier: Dossier }) {
  const lines = countedLines(counted);
  return (
    <div id="counted" className="dossier-anchor">
      <Section title="计入哪里" hint="点开指标可看到同列的其他记录">
        {lines.length === 0 ? (
          <p className="dossier-none">目前没有计入任何指标，原因见下面的“规则与判断”。</p>
        ) : (
          <DataTable caption="计入哪里" columns={columns} rows={lines} rowKey={(it) => it.key} keyboard={false} />
        )}
      </Section>
    </div>
  );
}
