import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { buttonClass } from '../../../ui/button-class.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { SearchLink } from '../../../ui/SearchLink.tsx';
import { auditApi } from './audit-api.ts';
import { LogFilters } from './LogFilters.tsx';
import { LogTable } from './LogTable.tsx';
import '../../../ui/Button.css';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** 操作日志: every act on the platform, by whom and when; looking leaves a row too. */
export function AuditPage() {
  const { from, to, login, action, object, before } = useSearch({ from: '/shell/audit' });
  // A day that is still being typed asks nothing yet.
  const day = (text: string | undefined) => (text !== undefined && DAY.test(text) ? text : undefined);
  const asked = { from: day(from), to: day(to), login, action, object, before };
  const state = useQuery(auditApi.state.queryOptions());
  const query = useQuery(auditApi.log.queryOptions({ input: asked, placeholderData: (shown) => shown }));
  const address = new URLSearchParams(Object.entries(asked).flatMap(([key, value]) => (value === undefined || key === 'before' ? [] : [[key, value]])));
  return (
    <>
      <PageTitle
        title="操作日志"
        summary={state.data ? <>已封存 <b className="num">{state.data.seals}</b> 批{state.data.late ? '，封存落后超过 15 分钟，请尽快检查平台' : '，封存正常'}；查看日志也会记入日志</> : '查看日志也会记入日志'}
        actions={<a className={buttonClass({})} href={`/api/v1/audit.csv?${address.toString()}`} download>导出</a>}
      />
      <LogFilters search={{ from, to, login, action, object }} actions={state.data?.actions.map((it) => ({ value: it.id, label: it.label })) ?? []} />
      {query.error && !query.data ? <ErrorState error={query.error} title="日志没有读出来" onRetry={() => void query.refetch()} /> : <LogTable rows={query.data?.rows} />}
      <nav className="pager" aria-label="翻页">
        <p className="pager-links">
          {before === undefined ? null : <SearchLink change={{ before: undefined }}>回到最新</SearchLink>}
          {query.data?.next ? <SearchLink change={{ before: query.data.next }}>更早的</SearchLink> : null}
        </p>
      </nav>
    </>
  );
}
