import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Link } from '../../../ui/Link.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { onDemand } from '../../../ui/on-demand.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { CheckLine } from './holdings-api.ts';

const ExplainDialog = onDemand(() => import('./ExplainDialog.tsx').then((it) => it.ExplainDialog));

const explained = { waiting: '说明待答复', accepted: '已认定为另一项目，可以登记', refused: '说明未获同意' };

/** My last receipts: what was asked is not kept, so only number and answer stand here. */
export function MyChecks({ checks, office, onTold }: { checks: readonly CheckLine[]; office: string; onTold: (text: string) => void }) {
  const [explaining, setExplaining] = useState<CheckLine>();
  if (checks.length === 0) return null;
  const columns: Column<CheckLine>[] = [
    { key: 'number', head: '回执', rowHeader: true, width: '9rem', cell: (it) => <Link className="num" to="/first-report/$id" params={{ id: it.id }}>{it.number}</Link> },
    { key: 'at', head: '时间', width: '11rem', cell: (it) => momentText(it.at) },
    { key: 'held', head: '答复', phone: 'aside', cell: (it) => (it.held ? <Tag variant="ginkgo">已有单位在谈</Tag> : <Tag>没有其他单位在谈</Tag>) },
    { key: 'explained', head: '说明', cell: (it) => (it.explained ? explained[it.explained] : it.held ? <Button small variant="quiet" aria-label={`说明是另一个项目：回执${it.number}`} onClick={() => setExplaining(it)}>说明是另一个项目</Button> : null) },
  ];
  return (
    <Section title="我最近的核对" hint="只留回执，不留问了什么">
      <DataTable caption="我最近的核对" columns={columns} rows={checks} rowKey={(it) => it.id} />
      {explaining ? <ExplainDialog id={explaining.id} number={explaining.number} office={office} onClose={() => setExplaining(undefined)} onTold={onTold} /> : null}
    </Section>
  );
}
