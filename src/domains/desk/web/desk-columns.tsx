import { addressShown } from '../../../ui/address.ts';
import type { Column } from '../../../ui/data-table.ts';
import { Light } from '../../../ui/Light.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { ageText } from './desk-acts.ts';
import type { DeskRow } from './shapes.ts';

/** What waits, of what, whose, since when, and what is missing. */
export const deskColumns: Column<DeskRow>[] = [
  {
    key: 'name',
    head: '记录与事项',
    rowHeader: true,
    cell: (it) => (
      <TwoLines marks={<Tag variant="teal" look="soft">{it.milestoneLabel}</Tag>} below={<>{it.kindLabel}・<span className="num">{it.number}</span></>}>
        <Link to="/desk/$id" params={{ id: it.id }} search={{ ...addressShown().search, at: it.milestone }}>{it.name}</Link>
      </TwoLines>
    ),
  },
  { key: 'unit', head: '申报单位', cell: (it) => it.unit.name },
  { key: 'day', head: '事项日期', cell: (it) => (it.day === null ? <span className="quiet">—</span> : <TwoLines below={it.frozen === null ? undefined : '已封账'}><span className="num nowrap">{it.day}</span></TwoLines>) },
  { key: 'missing', head: '材料', cell: (it) => (it.missing.length === 0 ? '齐全' : <span className="desk-missing">缺 {it.missing.join('、')}</span>) },
  { key: 'waits', head: '等待', phone: 'aside', cell: (it) => <TwoLines below={<Light state={it.light}>{ageText(it.age) || `自 ${it.since}`}</Light>}>{it.waitsLabel}</TwoLines> },
];
