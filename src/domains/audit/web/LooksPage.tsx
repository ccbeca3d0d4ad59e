import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { SearchLink } from '../../../ui/SearchLink.tsx';
import { auditApi } from './audit-api.ts';
import { LogTable } from './LogTable.tsx';

/** 日志查看记录: who looked at the log, for who watches the auditors. */
export function LooksPage() {
  const { before } = useSearch({ from: '/shell/audit-looks' });
  const query = useQuery(auditApi.looks.queryOptions({ input: { before }, placeholderData: (shown) => shown }));
  return (
    <>
      <PageTitle title="日志查看记录" summary="谁查过操作日志、查了什么" />
      {query.error && !query.data ? <ErrorState error={query.error} title="记录没有读出来" onRetry={() => void query.refetch()} /> : <LogTable rows={query.data?.rows} />}
      <nav className="pager" aria-label="翻页">
        <p className="pager-links">
          {before === undefined ? null : <SearchLink change={{ before: undefined }}>回到最新</SearchLink>}
          {query.data?.next ? <SearchLink change={{ before: query.data.next }}>更早的</SearchLink> : null}
        </p>
      </nav>
    </>
  );
}
