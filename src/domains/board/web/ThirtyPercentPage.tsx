import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useYear } from '../../../ui/session.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { boardApi } from './board-api.ts';
import { DerivingNotice } from './DerivingNotice.tsx';
import { RatioLanes } from './RatioLanes.tsx';
import { RatioRule } from './RatioRule.tsx';
import { RatioVerdict } from './RatioVerdict.tsx';
import { whileDeriving } from './while-deriving.ts';

/** 人才项目占比: talent-led or founded projects among those signed and started, for the city and each park. */
export function ThirtyPercentPage() {
  const year = useYear();
  const query = useQuery(boardApi.thirtyPercent.queryOptions({ input: { year }, placeholderData: (before) => before, refetchInterval: whileDeriving }));
  return (
    <>
      <PageTitle title="人才项目占比" marks={query.data?.decided === false ? <Tag variant="ginkgo">口径待定</Tag> : undefined} summary={`${year} 年新签约和开工项目中，人才领办创办项目所占比例`} />
      <Loaded query={query} waiting={<Skeleton lines={10} label="正在读取占比…" />}>
        {(thirty) => (
          <>
            <DerivingNotice deriving={thirty.deriving} />
            <RatioVerdict thirty={thirty} />
            {thirty.units.length > 0 ? <RatioLanes thirty={thirty} /> : <EmptyState title="没有分单位的数">本市没有按单位计算这项比例。</EmptyState>}
            <RatioRule thirty={thirty} />
          </>
        )}
      </Loaded>
    </>
  );
}
