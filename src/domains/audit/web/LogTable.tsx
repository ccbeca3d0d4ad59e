import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { Logged } from './audit-api.ts';
import './LogTable.css';

const columns: Column<Logged>[] = [
  { key: 'at', head: '时间', width: '10rem', phone: 'aside', cell: (it) => <span className="num nowrap">{momentText(it.at)}</span> },
  { key: 'who', head: '谁', width: '12rem', rowHeader: true, cell: (it) => (it.who ? <TwoLines below={it.who.login}>{it.who.name || '已删除的个人'}</TwoLines> : <span className="quiet">平台</span>) },
  { key: 'unit', head: '单位', width: '9rem', cell: (it) => it.unit?.name ?? <span className="quiet">无</span> },
  { key: 'action', head: '做了什么', width: '10rem', cell: (it) => it.actionLabel },
  { key: 'object', head: '对象', width: '13rem', cell: (it) => <TwoLines below={it.objectId}>{it.objectLabel}</TwoLines> },
  { key: 'detail', head: '详情', cell: (it) => (it.detail === '' ? null : <span className="log-detail">{it.detail}</span>) },
];

/** Rows of the log, the newest first. */
export function LogTable({ rows, stale }: { rows: readonly Logged[] | undefined; stale: boolean }) {
  return <DataTable caption="操作日志" columns={columns} rows={rows} stale={stale} rowKey={(it) => it.seq} empty={<EmptyState title="没有这样的记录">换一个日期或条件再查。</EmptyState>} />;
}
