import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { amountText, signedText } from './amount-text.ts';
import type { Detail } from './shapes.ts';

/** Where the window is frozen: what was printed then, and what the ledger says now. */
export function PrintedFigure({ detail: { frozen, value, measure } }: { detail: Detail }) {
  if (!frozen) return null;
  const same = frozen.live === value;
  return (
    <Section title="封账" hint={frozen.label}>
      <DefinitionList
        items={[
          { term: '封账时的数', value: <b className="num">{amountText(value, measure.unit)}</b>, note: frozen.document ?? undefined },
          { term: '台账现在', value: <b className="num">{amountText(frozen.live, measure.unit)}</b>, note: same ? '与封账时一致' : `相差 ${difference(value, frozen.live, measure.unit)}，差额列为封账后调整` },
          { term: '封账日期', value: <span className="num">{frozen.at.slice(0, 10)}</span> },
        ]}
      />
    </Section>
  );
}

function difference(printed: number | null, live: number | null, unit: string): string {
  const by = (live ?? 0) - (printed ?? 0);
  return unit === '%' ? `${signedText(by * 100)} 个百分点` : `${signedText(by)}${unit}`;
}
