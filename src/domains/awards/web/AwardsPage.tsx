import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useYear } from '../../../ui/session.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { AwardIndex } from './AwardIndex.tsx';
import { AwardSection } from './AwardSection.tsx';
import { type Award, awardsApi } from './awards-api.ts';

/** 应兑现奖励: each award of the policy with the cases of the year, judged. */
export function AwardsPage() {
  const year = useYear();
  const { award } = useSearch('/awards');
  const query = useQuery(awardsApi.due.queryOptions({ input: { year }, placeholderData: (before) => before }));
  return (
    <>
      <PageTitle title="应兑现奖励" summary={query.data ? <Summary awards={query.data} year={year} /> : undefined} />
      <Loaded query={query} waiting={<Skeleton lines={10} label="正在读取应兑现奖励…" />}>
        {(awards) => {
          const shown = awards.find((it) => it.id === award) ?? awards.find((it) => it.cases.length > 0) ?? awards[0];
          if (!shown) return <EmptyState title="没有奖励条款">本市的机制里还没有可以计算的奖励。</EmptyState>;
          return (
            <>
              <AwardIndex awards={awards} shown={shown} />
              <AwardSection key={shown.id} award={shown} year={year} stale={query.isPlaceholderData} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Summary({ awards, year }: { awards: readonly Award[]; year: number }) {
  const count = (outcome: string) => awards.reduce((sum, it) => sum + it.cases.filter((one) => one.outcome === outcome).length, 0);
  return (
    <>
      {year} 年符合条件 <b className="num">{count('yes')}</b> 件
      {count('unknown') > 0 ? (
        <>
          ，缺材料或缺口径、无法判断 <b className="num late">{count('unknown')}</b> 件
        </>
      ) : null}
      ，不符合 <b className="num">{count('no')}</b> 件
    </>
  );
}
