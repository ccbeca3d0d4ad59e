import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../../ui/DataTable.tsx';
import { dayWithWeek } from '../../../ui/day-text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { dayQueries } from './day-api.ts';
import { dayColumns } from './day-columns.tsx';
import { paceOf } from './day-text.ts';

/** 今日要办: what waits for the person, what is due first standing first, each with the one thing to do. */
export function TodayPage() {
  const query = useQuery(dayQueries.today.queryOptions());
  const mayEnter = useMay('records:write');
  const { data } = query;
  if (query.error && !data) return <><PageTitle title="今日要办" /><ErrorState error={query.error} title="今天要办的没有读出来" onRetry={() => void query.refetch()} /></>;
  const today = data?.today ?? '';
  const late = data?.rows.filter((it) => paceOf(it, today) === 'late').length ?? 0;
  return (
    <>
      <PageTitle
        title="今日要办"
        summary={data ? <>{dayWithWeek(today)}・共 <b className="num">{data.rows.length}</b> 件{late > 0 ? <>，<b className="num">{late}</b> 件已过期</> : null}</> : undefined}
        actions={mayEnter ? <LinkButton variant="primary" to="/registers/$kind/new" params={{ kind: 'project' }}>登记项目</LinkButton> : undefined}
      />
      <DataTable
        caption="今日要办"
        columns={dayColumns(today)}
        rows={data?.rows}
        rowKey={(it) => it.key}
        rowTone={(it) => ({ late: 'cinnabar', slow: 'ginkgo', good: undefined, idle: undefined } as const)[paceOf(it, today)]}
        empty={<EmptyState title="今天没有要办的事" action={<LinkButton to="/registers/$kind" params={{ kind: 'project' }}>看项目台账</LinkButton>}>轮到您初核认定、被退回、有下一步或约定到期时，会列在这里。{mayEnter ? '有新的进展，可以到台账写跟进，或登记新的项目。' : ''}</EmptyState>}
      />
    </>
  );
}
