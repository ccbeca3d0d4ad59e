import type { UseQueryResult } from '@tanstack/react-query';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { Freeze } from './freeze-shapes.ts';

const columns: Column<Freeze>[] = [
  {
    key: 'label',
    head: '时段',
    rowHeader: true,
    cell: (it) => <TwoLines below={it.document ?? undefined}><Link to="/freezes/$id" params={{ id: it.id }}>{it.label}</Link></TwoLines>,
  },
  { key: 'at', head: '封账时间', width: '12rem', cell: (it) => <span className="num nowrap">{momentText(it.frozenAt)}</span> },
];

/** What was frozen, the latest first. */
export function FreezeList({ query }: { query: UseQueryResult<Freeze[], Error> }) {
  if (query.error && !query.data) return <ErrorState error={query.error} title="封账记录没有读出来" onRetry={() => void query.refetch()} />;
  const rows = query.data && [...query.data].sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1));
  return (
    <DataTable
      caption="封账记录"
      columns={columns}
      rows={rows}
      rowKey={(it) => it.id}
      empty={<EmptyState title="还没有封过账">月份或半年结束后，由人才办凭文件封账，之后随时可以翻看当时的数。</EmptyState>}
    />
  );
}
