import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { ChangeCell } from './ChangeCell.tsx';
import type { MeasureChange } from './shapes.ts';

/** Before one asks for all. */
const FIRST = 12;

type Row = MeasureChange['figures'][number];

/** One measure: its figures before and after, the city and whole years first. */
export function MeasureChanges({ measure: { id, label, unit, total, figures } }: { measure: MeasureChange }) {
  const [all, setAll] = useState(false);
  const columns: Column<Row>[] = [
    { key: 'owner', head: '单位', rowHeader: true, cell: (it) => <Link to="/figures/$measure/$owner/$window" params={{ measure: id, owner: it.owner.id, window: it.window.name }} data-open="">{it.owner.name}</Link> },
    { key: 'window', head: '时段', cell: (it) => <>{it.window.label} {it.frozen === null ? null : <Tag look="soft">已封（{it.frozen}）</Tag>}</> },
    { key: 'certified', head: '已认定', align: 'end', phone: 'meta', cell: (it) => <ChangeCell change={it.certified} unit={unit} /> },
    { key: 'declared', head: '申报', align: 'end', phone: 'meta', cell: (it) => <ChangeCell change={it.declared} unit={unit} /> },
  ];
  const hint = <>单位：{unit}・<b className="num">{total}</b> 个数会变{total > figures.length ? `，列出前 ${figures.length} 个` : ''}</>;
  return (
    <Section title={label} hint={hint} link={figures.length > FIRST ? <Button small onClick={() => setAll(!all)}>{all ? '收起' : `展开全部 ${figures.length} 行`}</Button> : undefined}>
      <DataTable caption={`${label}，批准前后`} columns={columns} rows={all ? figures : figures.slice(0, FIRST)} rowKey={(it) => `${it.owner.id} ${it.window.name}`} keyboard={false} />
    </Section>
  );
}
