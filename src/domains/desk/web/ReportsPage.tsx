import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { windowInChinese, windowsOf } from '../../../kernel/window.ts';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { FilterBar } from '../../../ui/FilterBar.tsx';
import { FilterSelect } from '../../../ui/FilterSelect.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay, useYear } from '../../../ui/session.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import { reportKinds, reportLabels } from '../terms.ts';
import { deskQueries } from './desk-api.ts';
import type { Report } from './shapes.ts';
import './Desk.css';

/** 审计报表: what an auditor asks for, each row opening its record. */
export function ReportsPage() {
  const { kind = 'last-days', window: chosen } = useSearch('/reports');
  const year = useYear();
  const mayGrants = useMay('grants:read');
  const windows = (['year', 'half', 'quarter', 'month'] as const).flatMap((it) => windowsOf(year, it));
  const window = windows.some((it) => it.name === chosen) ? chosen! : String(year);
  const query = useQuery(deskQueries.report.queryOptions({ input: { kind, window }, placeholderData: keepPreviousData }));
  const data = query.data?.kind === kind ? query.data : undefined;
  return (
    <>
      <PageTitle
        title="审计报表"
        summary={reportLabels[kind].says}
        actions={
          <>
            <Link to="/papers">工作底稿</Link>
            {mayGrants ? <Link to="/grants" search={{ show: 'day' }}>某一天谁有什么权限</Link> : null}
            <a href={`/api/v1/reports/${kind}/report.xlsx?window=${window}`} download>导出 Excel</a>
          </>
        }
      />
      <Tabs label="报表" tabs={reportKinds.map((it) => ({ label: reportLabels[it].label, current: it === kind, search: { kind: it } }))} />
      {kind === 'near-threshold' ? null : (
        <FilterBar>
          <FilterSelect label="时段" param="window" value={chosen} all={`${year}年`} choices={windows.filter((it) => it.name !== String(year)).map((it) => ({ value: it.name, label: windowInChinese(it) }))} />
        </FilterBar>
      )}
      {query.error && !data ? <ErrorState error={query.error} title="报表没有读出来" onRetry={() => void query.refetch()} /> : (
        <DataTable
          caption={reportLabels[kind].label}
          columns={columnsOf(data)}
          rows={data?.rows.map((it, index) => ({ ...it, key: String(index) }))}
          rowKey={(it) => it.key}
          stale={query.isPlaceholderData}
          empty={<EmptyState title="没有这样的情况">换一个时段看看；需要留存的，可以把空表导出。</EmptyState>}
        />
      )}
      {data?.more ? <Notice>页面只显示前 {data.rows.length} 行，其余请导出查看。</Notice> : null}
    </>
  );
}

type Line = Report['rows'][number] & { key: string };

/** The first cell names the record and opens it. */
function columnsOf(report: Report | undefined): Column<Line>[] {
  return (report?.columns ?? ['记录', '编号']).map((head, index): Column<Line> => ({
    key: String(index),
    head,
    rowHeader: index === 0,
    cell: (it) => {
      const text = it.cells[index] ?? '';
      if (index === 0 && it.subject !== null) return <Link to="/dossiers/$id" params={{ id: it.subject }}>{text}</Link>;
      return /^-?[\d.,-]+$/.test(text) ? <span className="num nowrap">{text}</span> : text;
    },
  }));
}
