import { Tag } from '../../../ui/Tag.tsx';
import { numberText } from './amount-text.ts';
import { RatioBar } from './RatioBar.tsx';
import { RatioFraction } from './RatioFraction.tsx';
import { RatioLink } from './RatioLink.tsx';
import type { Thirty } from './shapes.ts';
import './RatioVerdict.css';

/** The city in one sentence: of how many, how many, what share, how far from the line. */
export function RatioVerdict({ thirty: { city, measures, minimum, year } }: { thirty: Thirty }) {
  const declared = city.declaredDenominator > 0 ? city.declaredNumerator / city.declaredDenominator : null;
  return (
    <section className="ratio-verdict" aria-label="全市">
      <p className="ratio-sentence">
        {city.owner.name}
        {city.ratio === null ? (
          '本年还没有认定的新签约或开工项目，占比无从算起。'
        ) : (
          <>
            占 <RatioLink row={city} year={year} measure={measures.ratio} className={city.ratio >= minimum ? 'ratio-big' : 'ratio-big ratio-big-short'}>{numberText(city.ratio, '%')}</RatioLink>，
            {distanceWords(city.distance, minimum)}。
          </>
        )}
      </p>
      <RatioBar label={city.owner.name} ratio={city.ratio} minimum={minimum} declared={declared} />
      <p className="ratio-scale" aria-hidden="true">
        <span style={{ left: `${minimum * 100}%` }}>要求 {numberText(minimum, '%')}</span>
      </p>
      <p className="ratio-verdict-more">
        <RatioFraction row={city} year={year} measures={measures} />
        {city.ratio === null ? null : <span>{city.hint}。</span>}
        {declared === null || declared === city.ratio ? null : (
          <span className="quiet">
            按申报数为 <b className="num">{numberText(declared, '%')}</b>（{numberText(city.declaredNumerator, '')} / {numberText(city.declaredDenominator, '')}）
          </span>
        )}
        {city.doubt > 0 ? <Tag variant="ginkgo" look="soft">存疑 {city.doubt} 件</Tag> : null}
      </p>
    </section>
  );
}

function distanceWords(distance: number | null, minimum: number): string {
  const line = numberText(minimum, '%');
  if (distance === null || distance === 0) return `正好是要求的 ${line}`;
  return distance > 0 ? `高于要求的 ${line}，多 ${distance} 个百分点` : `低于要求的 ${line}，差 ${-distance} 个百分点`;
}
