import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { auditApi } from './audit-api.ts';
import { LogPager } from './LogPager.tsx';
import { LogTable } from './LogTable.tsx';

/** 日志查看记录: who looked at the log, for who watches the auditors. */
export function LooksPage() {
  const { before } = useSearch('/audit-looks');
  const query = useQuery(auditApi.looks.queryOptions({ input: { before }, placeholderData: (shown) => shown }));
  return (
    <>
      <PageTitle title="日志查看记录" summary="谁查看、导出过操作日志，查了什么" />
      {query.error && !query.data ? <ErrorState error={query.error} title="记录没有读出来" onRetry={() => void query.refetch()} /> : <LogTable rows={query.data?.rows} stale={query.isPlaceholderData} />}
      <LogPager before={before} next={query.data?.next} />
    </>
  );
}
