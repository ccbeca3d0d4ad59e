import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Link } from '../../../ui/Link.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { PersonRequest } from './persons-api.ts';

export interface RequestTableProps {
  caption: string;
  rows: readonly PersonRequest[];
  onDecide?: (request: PersonRequest) => void;
}

/** Requests of persons, told by the number of the record, never by a name. */
export function RequestTable({ caption, rows, onDecide }: RequestTableProps) {
  const columns = [
    { key: 'what', head: '要求', rowHeader: true, cell: (it: PersonRequest) => <TwoLines below={it.field.name}>{it.kind === 'erasure' ? '删除' : '提供副本'}</TwoLines> },
    { key: 'subject', head: '记录', cell: (it: PersonRequest) => <Link to="/dossiers/$id" params={{ id: it.subject.id }}>{it.subject.kindLabel} {it.subject.number}</Link> },
    { key: 'reason', head: '事由与依据', cell: (it: PersonRequest) => <TwoLines below={it.document}>{it.reason}</TwoLines> },
    { key: 'proposed', head: '提出', cell: (it: PersonRequest) => <TwoLines below={momentText(it.proposedAt)}>{it.proposedBy ?? ''}</TwoLines> },
    {
      key: 'state',
      head: '办理',
      cell: (it: PersonRequest) =>
        it.state === 'waiting' ? (
          <Button small why={it.own ? '由您提出，须由另一位同志办理' : undefined} onClick={() => onDecide?.(it)}>核对办理</Button>
        ) : (
          <TwoLines below={it.decidedAt === null ? '' : momentText(it.decidedAt)}>{it.state === 'done' ? `已办理（${it.decidedBy ?? ''}）` : `未予删除（${it.decidedBy ?? ''}）：${it.refusedBecause}`}</TwoLines>
        ),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(it) => it.id} empty={<p className="quiet">没有。</p>} />;
}
