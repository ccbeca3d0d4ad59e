import type { UseQueryResult } from '@tanstack/react-query';
import { buttonClass } from '../../../ui/button-class.ts';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { listAddress } from './fetch-list.ts';
import type { Export } from './shapes.ts';
import '../../../ui/Button.css';

const columns: Column<Export>[] = [
  { key: 'name', head: '文件', rowHeader: true, cell: (it) => <TwoLines below={it.label}>{it.name}</TwoLines> },
  { key: 'begun', head: '时间', cell: (it) => <span className="num nowrap">{momentText(it.begunAt)}</span> },
  { key: 'total', head: '条数', align: 'end', cell: (it) => `${it.total}` },
  { key: 'state', head: '状态', phone: 'aside', width: '13rem', cell: (it) => <ExportState it={it} /> },
];

function ExportState({ it }: { it: Export }) {
  if (it.state === 'failed') return <span className="late">{it.error ?? '没有写成，请重新导出。'}</span>;
  if (it.state === 'running') {
    return (
      <span className="export-progress">
        <Progress label={`${it.name} 正在写`} share={it.total === 0 ? 0 : it.done / it.total} />
        <span className="num quiet">{it.done} / {it.total}</span>
      </span>
    );
  }
  return it.held ? <a className={buttonClass({ small: true })} href={listAddress(it.id)} download aria-label={`下载 ${it.name}`}>下载</a> : <span className="quiet">已过 30 天</span>;
}

/** What was asked for before, the latest first. */
export function ExportList({ query }: { query: UseQueryResult<Export[], Error> }) {
  return (
    <Section title="导出记录" hint="写好的文件保存 30 天，只有您自己能下载">
      {query.error && !query.data ? (
        <ErrorState error={query.error} title="导出记录没有读出来" onRetry={() => void query.refetch()} />
      ) : (
        <DataTable caption="导出记录" columns={columns} rows={query.data} rowKey={(it) => it.id} keyboard={false} empty={<EmptyState title="还没有导出过">在任何一本台账的右上角也可以直接导出。</EmptyState>} />
      )}
    </Section>
  );
}
