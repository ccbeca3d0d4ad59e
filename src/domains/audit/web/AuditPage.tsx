import { useQuery } from '@tanstack/react-query';
import { buttonClass } from '../../../ui/button-class.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { auditApi } from './audit-api.ts';
import { LogFilters } from './LogFilters.tsx';
import { LogPager } from './LogPager.tsx';
import { LogTable } from './LogTable.tsx';
import '../../../ui/Button.css';

/** 操作日志: every act on the platform, by whom and when; looking leaves a row too. */
export function AuditPage() {
  const { from, to, account, action, object, before } = useSearch('/audit');
  const search = { from, to, account, action, object };
  const { data: state } = useQuery(auditApi.state.queryOptions());
  const query = useQuery(auditApi.log.queryOptions({ input: { ...search, before }, placeholderData: (shown) => shown }));
  const choices = (from: { id: string; label: string }[] = []) => from.map((it) => ({ value: it.id, label: it.label }));
  const address = new URLSearchParams(Object.entries(search).filter((it): it is [string, string] => it[1] !== undefined));
  return (
    <>
      <PageTitle
        title="操作日志"
        summary={state ? <>已封存 <b className="num">{state.seals}</b> 批，{state.late ? <b className="log-late">封存落后超过 15 分钟，请尽快检查平台</b> : '封存正常'}；查看和导出日志也会记入日志</> : '查看和导出日志也会记入日志'}
        actions={<a className={buttonClass({})} href={`/api/v1/audit.csv?${address.toString()}`} download>导出</a>}
      />
      <LogFilters search={search} people={choices(state?.people)} actions={choices(state?.actions)} />
      {query.error && !query.data ? <ErrorState error={query.error} title="日志没有读出来" onRetry={() => void query.refetch()} /> : <LogTable rows={query.data?.rows} stale={query.isPlaceholderData} />}
      <LogPager before={before} next={query.data?.next} />
    </>
  );
}
