import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { AdjustmentTable } from './AdjustmentTable.tsx';
import { boardApi } from './board-api.ts';
import { Breakdown } from './Breakdown.tsx';
import { ContributionTable } from './ContributionTable.tsx';
import { FigureHead } from './FigureHead.tsx';
import { FigureNumbers } from './FigureNumbers.tsx';
import { FigureRule } from './FigureRule.tsx';
import { OpenReadings } from './OpenReadings.tsx';
import { PrintedFigure } from './PrintedFigure.tsx';
import { useFollowYear } from './use-follow-year.ts';
import './FigurePage.css';

/** One figure, open: what it says, by what rule and clause, what hangs on it, and everything it consists of. */
export function FigurePage() {
  const { measure, owner, window } = useParams({ from: '/shell/figures/$measure/$owner/$window' });
  const { standing = 'certified' } = useSearch({ from: '/shell/figures/$measure/$owner/$window' });
  useFollowYear(window);
  const query = useQuery(boardApi.figure.queryOptions({ input: { measure, owner, window, standing }, placeholderData: (before) => (before?.measure.id === measure && before.owner.id === owner && before.window.name === window ? before : undefined) }));
  return (
    <>
      {query.data ? null : <PageTitle title="指标明细" />}
      <Loaded query={query} waiting={<Skeleton lines={10} label="正在读取这个数…" />}>
        {(detail) => (
        <div aria-busy={query.isPlaceholderData ? true : undefined}>
          <FigureHead detail={detail} />
          <FigureNumbers detail={detail} standing={standing} />
          <div className="figure-columns">
            <div className="figure-facts">
              {detail.owner.id === 'city' ? <Breakdown detail={detail} /> : null}
              <ContributionTable detail={detail} stale={query.isPlaceholderData} />
              {detail.owner.id === 'city' ? null : <Breakdown detail={detail} />}
            </div>
            <div className="figure-grounds">
              <PrintedFigure detail={detail} />
              <FigureRule measure={detail.measure} />
              <OpenReadings decisions={detail.decisions} />
              <AdjustmentTable adjustments={detail.adjustments} narrow />
            </div>
          </div>
        </div>
      )}
      </Loaded>
    </>
  );
}
