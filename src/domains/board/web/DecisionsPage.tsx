import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { boardApi } from './board-api.ts';
import { decisionGroups } from './decision-groups.ts';
import { DecisionItem } from './DecisionItem.tsx';

/** 待定口径: what the policy leaves open, how it is read until somebody decides, and what was decided. */
export function DecisionsPage() {
  const query = useQuery(boardApi.decisions.queryOptions());
  const open = query.data?.filter((it) => !it.decided) ?? [];
  return (
    <>
      <PageTitle
        title="待定口径"
        summary={query.data ? <>文件没有写明的 <b className="num">{query.data.length}</b> 处，{open.length > 0 ? <span className="late">还有 <b className="num">{open.length}</b> 处没有正式决定</span> : '都已正式决定'}</> : '文件没有写明、需要正式决定的地方'}
      />
      <Loaded query={query} waiting={<Skeleton lines={8} />}>
        {(all) => (
          <>
            {all.length === 0 ? <EmptyState title="没有待定的口径">文件的每个数都写得明白，不必另作决定。</EmptyState> : null}
            {decisionGroups(all).map(({ title, hint, decisions }) => (
              <Section key={title} title={`${title} ${decisions.length} 处`} hint={hint}>
                {decisions.map((it) => <DecisionItem key={it.parameter} decision={it} />)}
              </Section>
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}
