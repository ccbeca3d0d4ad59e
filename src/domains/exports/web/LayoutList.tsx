import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Link } from '../../../ui/Link.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { Layout } from './shapes.ts';
import './Layouts.css';

const columnsOf = (mayKeep: boolean): Column<Layout>[] => [
  {
    key: 'label',
    head: '版式',
    rowHeader: true,
    cell: (it) => <TwoLines marks={it.own ? <Tag variant="ginkgo" look="soft">本单位</Tag> : undefined} below={it.columns.map((one) => one.heading).join('、')}>{it.label}</TwoLines>,
  },
  { key: 'sheet', head: '台账', width: '8rem', cell: (it) => it.sheet },
  { key: 'columns', head: '列数', align: 'end', width: '5rem', cell: (it) => `${it.columns.length}` },
  {
    key: 'acts',
    head: '办理',
    phone: 'aside',
    width: '13rem',
    cell: (it) => (
      <span className="layout-acts">
        <LinkButton small to="/exports" search={{ kind: it.kind, layout: it.id }} aria-label={`按“${it.label}”导出`}>导出</LinkButton>
        {mayKeep ? <Link to="/layouts" search={{ edit: it.id }} aria-label={`${it.own ? '修改' : '照此另存'}“${it.label}”`}>{it.own ? '修改' : '照此另存'}</Link> : null}
      </span>
    ),
  },
];

/** What there is: of the city for all, of one's own unit. */
export function LayoutList({ layouts, mayKeep }: { layouts: readonly Layout[]; mayKeep: boolean }) {
  return (
    <Section title="现有版式" hint="全市共用的不能改，可以照着另存一个本单位的">
      <DataTable caption="现有版式" columns={columnsOf(mayKeep)} rows={[...layouts].sort((a, b) => Number(b.own) - Number(a.own))} rowKey={(it) => it.id} keyboard={false} />
    </Section>
  );
}
