import { numberText, unitWord } from './amount-text.ts';
import type { Line } from './shapes.ts';

const firmness = { hard: '', soft: '（力争）', optional: '（可选）' };

/** 目标 24期, with what is striven for beyond it. */
export function TargetText({ line: { target, stretch, unit, firmness: kind } }: { line: Pick<Line, 'target' | 'stretch' | 'unit' | 'firmness'> }) {
  return (
    <span className="nowrap">
      目标 <b className="num">{numberText(target, unit)}</b>
      {unitWord(unit)}
      {firmness[kind]}
      {stretch === null ? null : (
        <>
          ，力争 <b className="num">{numberText(stretch, unit)}</b>
          {unitWord(unit)}
        </>
      )}
    </span>
  );
}
