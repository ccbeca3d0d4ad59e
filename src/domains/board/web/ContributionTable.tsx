import { useState } from 'react';
import type { Column } from '../../../ui/data-table.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DossierLink } from '../../../ui/DossierLink.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { amountText, numberText } from './amount-text.ts';
import type { Detail } from './shapes.ts';

type Contribution = Detail['contributions'][number];

const columns = (unit: string): Column<Contribution>[] => [
  { key: 'day', head: '日期', width: '7rem', cell: (it) => <span className="num nowrap">{it.day}</span> },
  {
    key: 'name',
    head: '事项',
    rowHeader: true,
    cell: (it) => (
      <TwoLines marks={it.doubt > 0 ? <Tag variant="ginkgo" look="soft">存疑</Tag> : undefined} below={it.name === it.number ? it.kindLabel : `${it.kindLabel}　${it.number}`}>
        <DossierLink id={it.subject}>{it.name}</DossierLink>
      </TwoLines>
    ),
  },
  { key: 'unit', head: '单位', cell: (it) => it.unit.name },
  { key: 'state', head: '状态', cell: (it) => it.stateLabel },
  { key: 'quantity', head: `计入${unit ? `（${unit}）` : ''}`, align: 'end', phone: 'aside', cell: (it) => (it.quantity === 0 && it.doubt > 0 ? '不计' : numberText(it.quantity, '')) },
];

/** So many rows at first; the rest on demand. */
const FIRST = 100;

/** Everything that the figure consists of, each a link to its dossier; what one may not see, in sum. */
export function ContributionTable({ detail, stale }: { detail: Detail; stale: boolean }) {
  const [all, setAll] = useState(false);
  const { contributions, hidden, measure, owner, parts, standing, value } = detail;
  const ratio = parts.find((it) => it.role === 'numerator');
  const unit = ratio ? '' : measure.unit;
  const sum = contributions.reduce((before, it) => before + it.quantity, 0) + hidden.quantity;
  const count = contributions.length + hidden.count;
  const word = standing === 'certified' ? '认定' : '申报';
  return (
    <Section title={ratio ? `${ratio.label}，逐件` : '逐件明细'} hint={count > 0 ? `${word}的事项 ${count} 件，合计 ${numberText(sum, '')}${unit}` : undefined}>
      {contributions.length === 0 && hidden.count > 0 ? null : (
        <DataTable
          caption="逐件明细"
          columns={columns(unit).filter((it) => it.key !== 'unit' || contributions.some((one) => one.unit.id !== owner.id))}
          rows={all ? contributions : contributions.slice(0, FIRST)}
          rowKey={(it) => `${it.subject} ${it.day}`}
          stale={stale}
          empty={<EmptyState title={`没有计入的${word}事项`}>{value === null ? '这一时段没有可比的项目。' : '这一时段还没有符合口径的事项。'}</EmptyState>}
        />
      )}
      {all || contributions.length <= FIRST ? null : <Button onClick={() => setAll(true)}>{`显示全部 ${contributions.length} 件`}</Button>}
      {hidden.count > 0 ? (
        <p className="quiet">
          另有 <b className="num">{hidden.count}</b> 件属其他单位，您只能看合计：{amountText(hidden.quantity, unit)}。
        </p>
      ) : null}
    </Section>
  );
}
