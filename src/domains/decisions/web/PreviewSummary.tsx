import type { Preview } from './shapes.ts';

/** In a sentence what would change. */
export function PreviewSummary({ preview: { measures, targets, awards, subjects } }: { preview: Preview }) {
  const figures = measures.reduce((sum, it) => sum + it.total, 0);
  const cases = awards.reduce((sum, it) => sum + it.changed, 0);
  if (figures + cases + targets.length === 0) return <>逐件看过 <b className="num">{subjects}</b> 件记录，没有一个数、一件奖励会变。</>;
  return (
    <>
      逐件看过 <b className="num">{subjects}</b> 件记录：
      {figures > 0 ? <><b className="num">{measures.length}</b> 项指标的 <b className="num">{figures}</b> 个数会变</> : '没有数会变'}
      {targets.length > 0 ? <>，<b className="num">{targets.length}</b> 个时段的目标会变</> : null}
      {cases > 0 ? <>，<b className="num">{cases}</b> 件奖励会变</> : '，奖励不变'}。
    </>
  );
}
