import { useRef } from 'react';
import { Section } from '../../../ui/Section.tsx';
import { useSession } from '../../../ui/session.ts';
import { useRowKeys } from '../../../ui/use-row-keys.ts';
import { numberText } from './amount-text.ts';
import { RatioLane } from './RatioLane.tsx';
import type { Thirty } from './shapes.ts';
import './RatioLanes.css';

/** The parks side by side: lanes against the line that the policy draws. */
export function RatioLanes({ thirty: { units, measures, minimum, year } }: { thirty: Thirty }) {
  const table = useRef<HTMLTableElement>(null);
  const { account } = useSession();
  useRowKeys(table, true, false);
  const most = Math.max(minimum, ...units.map((it) => it.ratio ?? 0), ...units.map((it) => (it.declaredDenominator > 0 ? it.declaredNumerator / it.declaredDenominator : 0)));
  const full = Math.min(1, Math.ceil(most * 10 + 0.5) / 10);
  const compared = units.filter((it) => it.ratio !== null).length;
  const short = units.filter((it) => it.ratio !== null && it.ratio < minimum).length;
  return (
    <Section title="分园区" hint={`虚线为 ${numberText(minimum, '%')}，◇ 为按申报计；${compared === 0 ? '本年还没有可比的项目' : short === 0 ? '有项目的园区都已达到' : `${short} 个园区未达到`}`}>
      <table ref={table} className="ratio-lanes" data-rows="">
        <caption className="visually-hidden">各园区人才领办创办项目占比</caption>
        <thead>
          <tr>
            <th scope="col">园区</th>
            <th scope="col" colSpan={2}>占比</th>
            <th scope="col" className="ratio-lane-end">人才领办创办</th>
            <th scope="col" className="ratio-lane-end">新签约和开工</th>
            <th scope="col" className="ratio-lane-end">距要求（百分点）</th>
            <th scope="col">怎样补上</th>
          </tr>
        </thead>
        <tbody>
          {units.map((it) => (
            <RatioLane key={it.owner.id} row={it} year={year} measures={measures} minimum={minimum} full={full} own={it.owner.id === account.unit.id} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
