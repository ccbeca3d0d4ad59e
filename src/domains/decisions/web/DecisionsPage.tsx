import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { go, hrefOf } from '../../../ui/address.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { onDemand } from '../../../ui/on-demand.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useMay } from '../../../ui/session.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { questionGroups } from './decision-groups.ts';
import { DecisionItem } from './DecisionItem.tsx';
import { decisionsApi } from './decisions-api.ts';
import { ProposalList } from './ProposalList.tsx';
import type { Question } from './shapes.ts';

const ProposeDrawer = onDemand(() => import('./ProposeDrawer.tsx').then((it) => it.ProposeDrawer));

/** 口径决定: what the policy leaves open, how it is read until somebody decides, what is proposed, and what was decided. */
export function DecisionsPage() {
  const query = useQuery(decisionsApi.list.queryOptions());
  const mayPropose = useMay('decisions:propose');
  const [asked, setAsked] = useState<Question>();
  const open = query.data?.filter((it) => !it.decided) ?? [];
  return (
    <>
      <PageTitle
        title="口径决定"
        summary={query.data ? <>文件没有写明的 <b className="num">{query.data.length}</b> 处，{open.length > 0 ? <span className="late">还有 <b className="num">{open.length}</b> 处没有正式决定</span> : '都已正式决定'}</> : '文件没有写明、需要正式决定的地方'}
      />
      <Loaded query={query} waiting={<Skeleton lines={8} />}>
        {(all) => (
          <>
            {all.length === 0 ? <EmptyState title="没有待定的口径">文件的每个数都写得明白，不必另作决定。</EmptyState> : null}
            <ProposalList questions={all} />
            {questionGroups(all).map(({ title, hint, folded, questions }) => {
              const items = questions.map((it) => <DecisionItem key={it.parameter} question={it} onPropose={mayPropose ? setAsked : undefined} />);
              return (
                <Section key={title} title={`${title} ${questions.length} 处`} hint={hint}>
                  {folded ? <details className="decision-folded"><summary>看这 {questions.length} 处</summary>{items}</details> : items}
                </Section>
              );
            })}
          </>
        )}
      </Loaded>
      {asked ? <ProposeDrawer question={asked} onClose={() => setAsked(undefined)} onDone={(id) => go(hrefOf(`/decisions/${id}`))} /> : null}
    </>
  );
}
