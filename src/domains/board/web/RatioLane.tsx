import { Tag } from '../../../ui/Tag.tsx';
import { numberText, signedText } from './amount-text.ts';
import { RatioBar } from './RatioBar.tsx';
import { RatioLink } from './RatioLink.tsx';
import type { Thirty, ThirtyRow } from './shapes.ts';

interface RatioLaneProps {
  row: ThirtyRow;
  year: number;
  measures: Thirty['measures'];
  minimum: number;
  full: number;
  own: boolean;
}

/** One park: its ratio against the line, its two numbers, and what would close the distance. */
export function RatioLane({ row, year, measures, minimum, full, own }: RatioLaneProps) {
  const { owner, ratio, distance, doubt } = row;
  const declared = row.declaredDenominator > 0 ? row.declaredNumerator / row.declaredDenominator : null;
  return (
    <tr data-row="" tabIndex={-1} className={own ? 'ratio-lane-own' : undefined}>
      <th scope="row">{owner.name}</th>
      <td className="ratio-lane-bar">
        <RatioBar label={owner.name} ratio={ratio} minimum={minimum} full={full} declared={declared} />
      </td>
      <td className="ratio-lane-end">
        <RatioLink row={row} year={year} measure={measures.ratio} className={distance !== null && distance < 0 ? 'ratio-lane-value ratio-lane-short' : 'ratio-lane-value'}>
          {ratio === null ? '无项目' : numberText(ratio, '%')}
        </RatioLink>
      </td>
      <td className="ratio-lane-end" data-label="人才领办创办">
        <RatioLink row={row} year={year} measure={measures.numerator}>{numberText(row.numerator, '')}</RatioLink>
      </td>
      <td className="ratio-lane-end" data-label="新签约和开工">
        <RatioLink row={row} year={year} measure={measures.denominator}>{numberText(row.denominator, '')}</RatioLink>
      </td>
      <td className={`ratio-lane-end${distance !== null && distance < 0 ? ' ratio-lane-short' : ''}`} data-label="距要求（百分点）">
        {distance === null ? '—' : signedText(distance)}
      </td>
      <td className="ratio-lane-hint">
        {row.hint}
        {declared === null || declared === ratio ? null : <span className="quiet">（按申报为 {numberText(declared, '%')}）</span>}
        {doubt > 0 ? <> <Tag variant="ginkgo" look="soft">存疑 {doubt} 件</Tag></> : null}
      </td>
    </tr>
  );
}
