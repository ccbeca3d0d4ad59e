import type { UseQueryResult } from '@tanstack/react-query';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { ImportState } from './ImportState.tsx';
import type { ImportLine } from './shapes.ts';

const columns: Column<ImportLine>[] = [
  {
    key: 'files',
    head: '文件',
    rowHeader: true,
    cell: (it) => (
      <TwoLines marks={it.document === null ? undefined : <Tag variant="ginkgo" look="soft">期初建账</Tag>} below={[it.by, it.document].filter(Boolean).join('・') || undefined}>
        <Link to="/imports/$id" params={{ id: it.id }}>{it.files.length > 3 ? `${it.files.slice(0, 2).join('、')} 等 ${it.files.length} 个文件` : it.files.join('、') || '未命名文件'}</Link>
      </TwoLines>
    ),
  },
  { key: 'begun', head: '时间', cell: (it) => <span className="num nowrap">{momentText(it.begunAt)}</span> },
  { key: 'accepted', head: '可写入', align: 'end', cell: (it) => `${it.accepted}` },
  { key: 'rejected', head: '退回', align: 'end', cell: (it) => (it.rejected > 0 ? <span className="late">{it.rejected}</span> : '0') },
  { key: 'state', head: '状态', phone: 'aside', cell: (it) => <ImportState state={it.state} /> },
];

/** What was handed in before, the latest first; an import that was left can be taken up again. */
export function ImportList({ query }: { query: UseQueryResult<ImportLine[], Error> }) {
  return (
    <Section title="历次导入" hint="没有确认的可以接着办">
      {query.error && !query.data ? (
        <ErrorState error={query.error} title="历次导入没有读出来" onRetry={() => void query.refetch()} />
      ) : (
        <DataTable
          caption="历次导入"
          columns={columns}
          rows={query.data}
          rowKey={(it) => it.id}
          rowTone={(it) => (it.state === 'previewed' ? 'ginkgo' : it.state === 'failed' ? 'cinnabar' : undefined)}
          empty={<EmptyState title="还没有导入过">上传的台账都列在这里，谁传的、写入多少、退回多少，一目了然。</EmptyState>}
        />
      )}
    </Section>
  );
}
