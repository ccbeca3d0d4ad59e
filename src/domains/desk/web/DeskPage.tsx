import { useState } from 'react';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { BatchBar } from './BatchBar.tsx';
import { rowKey } from './desk-acts.ts';
import { deskColumns } from './desk-columns.tsx';
import { DeskFilters } from './DeskFilters.tsx';
import { useDesk } from './use-desk.ts';
import './Desk.css';

/** 认定工作台: what waits for the person's unit, the oldest first; one by one or many at once. */
export function DeskPage() {
  const { search, query } = useDesk();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<string>();
  const { data } = query;
  const chosen = data?.rows.filter((it) => ticked.has(rowKey(it))) ?? [];
  const filtered = Object.entries(search).some(([key, value]) => key !== 'page' && value !== undefined);
  if (query.error && !data) return <><PageTitle title="初核认定" /><ErrorState error={query.error} title="待办没有读出来" onRetry={() => void query.refetch()} /></>;
  return (
    <>
      <PageTitle
        title="初核认定"
        summary={data ? <>本单位待办 <b className="num">{data.all.total}</b> 项{data.all.late > 0 ? <>，超期 <b className="num desk-late">{data.all.late}</b> 项</> : null}{data.days.red === null ? null : <>；<span className="num">{data.days.red}</span> 个工作日未办为超期</>}</> : undefined}
      />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      {data?.notice ? <Notice tone="warn">{data.notice}</Notice> : null}
      <DeskFilters all={data?.all} search={search} />
      <BatchBar
        rows={chosen}
        reasons={data?.returnReasons ?? []}
        onDone={(text) => {
          setTold(text);
          setTicked(new Set());
        }}
      />
      <DataTable
        caption="本单位待办"
        columns={deskColumns}
        rows={data?.rows}
        rowKey={rowKey}
        selected={ticked}
        onSelect={setTicked}
        stale={query.isPlaceholderData}
        rowTone={(it) => (it.light === 'late' ? 'cinnabar' : it.light === 'slow' ? 'ginkgo' : undefined)}
        empty={
          filtered ? (
            <EmptyState title="没有符合条件的待办" action={<LinkButton to="/desk" search={{}}>看全部待办</LinkButton>}>换一个台账、事项或单位看看。</EmptyState>
          ) : (
            <EmptyState title="本单位没有待办">各单位报来的事项，按分工轮到本单位初核或认定时，会出现在这里。</EmptyState>
          )
        }
      />
      {data && data.total > 0 ? <Pager page={data.page} size={data.pageSize} total={data.total} unit="项" /> : null}
    </>
  );
}
