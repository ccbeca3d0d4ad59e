import { Section } from '../../../ui/Section.tsx';
import { breakdownBlocks } from './breakdown-blocks.ts';
import { BreakdownTable } from './BreakdownTable.tsx';
import type { Detail } from './shapes.ts';
import { WindowLegend } from './WindowLegend.tsx';

/** The same measure for its other owners and windows of the year; each value opens. */
export function Breakdown({ detail }: { detail: Detail }) {
  const blocks = breakdownBlocks(detail.breakdown);
  const judged = detail.measure.unit !== '%' && detail.breakdown.some((it) => it.cells.some((cell) => cell.target !== null));
  const frozen = detail.breakdown.some((it) => it.cells.some((cell) => cell.frozen));
  if (blocks.every((it) => it.rows.length * it.windows.length <= 1) && blocks.length <= 1) return null;
  return (
    <Section title="分单位、分时段" hint={detail.standing === 'certified' ? '认定数' : '申报数'} link={judged ? <WindowLegend used={{ frozen }} /> : undefined}>
      {blocks.map((it) => (
        <BreakdownTable key={it.key} block={it} detail={detail} />
      ))}
    </Section>
  );
}
