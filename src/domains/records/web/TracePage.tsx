import { useQuery } from '@tanstack/react-query';
import { inWan } from '../../../kernel/fen.ts';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useParams } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { recordsApi } from './records-api.ts';
import type { Trace } from './shapes.ts';
import { TraceList } from './TraceList.tsx';
import { TracePicture } from './TracePicture.tsx';
import './Trace.css';

/** 裂变效应: what followed from one record, as a picture and as a list. */
export function TracePage() {
  const { id } = useParams('/dossiers/$id/trace');
  const query = useQuery(recordsApi.trace.queryOptions({ input: { id } }));
  const root = query.data?.nodes.find((it) => it.from === null)?.subject;
  return (
    <>
      <PageTitle
        title={root ? `${root.name}：裂变效应` : '裂变效应'}
        documentTitle="裂变效应"
        above={root ? <Breadcrumb items={[<Link key="record" to="/dossiers/$id" params={{ id }}>{root.number}</Link>, '裂变效应']} /> : undefined}
        summary={query.data && query.data.sums.length > 0 ? <Summary sums={query.data.sums} /> : undefined}
      />
      <Loaded query={query} waiting={<Skeleton lines={8} />}>
        {({ nodes, cut }) => nodes.length === 1 ? (
          <EmptyState title="还没有由此带来的记录">项目登记时把“人才”“前一期项目”填上，投资登记时把“项目”填上，这里就会连起来。</EmptyState>
        ) : (
          <>
            {cut ? <Notice>带来的记录很多，这里只列出最近的一部分。</Notice> : null}
            <TracePicture nodes={nodes} />
            <Section title="逐条列出" hint="按时间先后；点名称打开记录">
              <TraceList nodes={nodes} />
            </Section>
          </>
        )}
      </Loaded>
    </>
  );
}

function Summary({ sums }: { sums: Trace['sums'] }) {
  return <>由此带来 {sums.map((it, index) => <span key={it.kind}>{index > 0 ? '，' : ''}{it.label} <b className="num">{it.count}</b> 条{it.fen === '0' ? '' : <>（合计 <b className="num">{inWan(BigInt(it.fen))}</b> 万元）</>}</span>)}</>;
}
