import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { go, hrefOf } from '../../../ui/address.ts';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useParams } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DecisionActs } from './DecisionActs.tsx';
import { DecisionFacts } from './DecisionFacts.tsx';
import { DecisionState } from './DecisionState.tsx';
import { decisionsApi } from './decisions-api.ts';
import { PreviewSection } from './PreviewSection.tsx';
import { ProposeDrawer } from './ProposeDrawer.tsx';
import type { Detail } from './shapes.ts';

/** One decision, open: what it says, on what document, by whom, what it would change, and what can be done with it. */
export function DecisionPage() {
  const { id } = useParams('/decisions/$id');
  const mayPropose = useMay('decisions:propose');
  const [replacing, setReplacing] = useState(false);
  const query = useQuery(decisionsApi.one.queryOptions({ input: { id }, refetchInterval: ({ state }) => (isWorking(state.data) ? 1_000 : false) }));
  const { data } = query;
  return (
    <>
      <PageTitle
        title={data ? `${data.question.label}：${data.decision.value}` : '口径决定'}
        above={<Breadcrumb items={[<Link key="decisions" to="/decisions">口径决定</Link>, '一项决定']} />}
        marks={data ? <DecisionState state={data.decision.state} /> : undefined}
        actions={data && mayPropose && data.decision.state === 'approved' ? <Button onClick={() => setReplacing(true)}>以新决定替代</Button> : undefined}
      />
      <Loaded query={query} waiting={<Skeleton lines={8} label="正在读取这项决定…" />}>
        {(detail) => (
          <>
            {detail.decision.state === 'approved' ? <Notice>已批准的决定不能撤销；要变动，请“以新决定替代”，同样由两人凭文件办理。</Notice> : null}
            <DecisionFacts detail={detail} />
            <DecisionActs detail={detail} />
            <PreviewSection detail={detail} />
          </>
        )}
      </Loaded>
      {replacing && data ? (
        <ProposeDrawer
          question={data.question}
          onClose={() => setReplacing(false)}
          onDone={(made) => {
            setReplacing(false);
            go(hrefOf(`/decisions/${made}`));
          }}
        />
      ) : null}
    </>
  );
}

function isWorking(detail: Detail | undefined): boolean {
  return detail?.decision.state === 'proposed' && (detail.working.state === 'waiting' || detail.working.state === 'running');
}
