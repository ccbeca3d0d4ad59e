import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useParams, useSearch } from '../../../ui/pages.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { AdjustmentTable } from './AdjustmentTable.tsx';
import { boardApi } from './board-api.ts';
import { Breakdown } from './Breakdown.tsx';
import { ContributionTable } from './ContributionTable.tsx';
import { FigureHead } from './FigureHead.tsx';
import { FigureNumbers } from './FigureNumbers.tsx';
import { FigureRule } from './FigureRule.tsx';
import { CITY } from './line-blocks.ts';
import { OpenReadings } from './OpenReadings.tsx';
import { PrintedFigure } from './PrintedFigure.tsx';
import type { Detail } from './shapes.ts';
import { useFollowYear } from './use-follow-year.ts';
import './FigurePage.css';

/** One figure, open: what it says, by what rule and clause, what hangs on it, and everything it consists of. */
export function FigurePage() {
  const { measure, owner, window } = useParams('/figures/$measure/$owner/$window');
  const { standing = 'certified' } = useSearch('/figures/$measure/$owner/$window');
  useFollowYear();
  const isSame = (it: Detail | undefined) => it?.measure.id === measure && it.owner.id === owner && it.window.name === window;
  // Between the standings the page stays; between figures it starts anew.
  const query = useQuery(boardApi.figure.queryOptions({ input: { measure, owner, window, standing }, placeholderData: (before) => (isSame(before) ? before : undefined) }));
  return (
    <>
      <FigureHead detail={query.data} window={window} />
      <Loaded query={query} waiting={<Skeleton lines={10} label="正在读取这个数…" />}>
        {(detail) => <Open detail={detail} standing={standing} stale={query.isPlaceholderData} />}
      </Loaded>
    </>
  );
}

function Open({ detail, standing, stale }: { detail: Detail; standing: Detail['standing']; stale: boolean }) {
  const whole = detail.owner.id === CITY;
  return (
    <div aria-busy={stale ? true : undefined}>
      <FigureNumbers detail={detail} standing={standing} />
      <div className="figure-columns">
        <div className="figure-facts">
          {whole ? <Breakdown detail={detail} /> : null}
          <ContributionTable detail={detail} stale={stale} />
          {whole ? null : <Breakdown detail={detail} />}
        </div>
        <div className="figure-grounds">
          <PrintedFigure detail={detail} />
          <FigureRule measure={detail.measure} />
          <OpenReadings decisions={detail.decisions} />
          <AdjustmentTable adjustments={detail.adjustments} narrow />
        </div>
      </div>
    </div>
  );
}
