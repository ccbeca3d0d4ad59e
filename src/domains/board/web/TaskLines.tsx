import { Section } from '../../../ui/Section.tsx';
import { CityLine } from './CityLine.tsx';
import { CITY, type LineBlock, lineBlocks } from './line-blocks.ts';
import { LineTable } from './LineTable.tsx';
import type { Line } from './shapes.ts';
import { shortWindow } from './window-text.ts';
import { WindowLegend } from './WindowLegend.tsx';
import { WindowMatrix } from './WindowMatrix.tsx';
import './TaskLines.css';

/** A task's targets: the city's own first, then by unit; where there are several windows, units by windows. */
export function TaskLines({ lines }: { lines: readonly Line[] }) {
  const blocks = lineBlocks(lines);
  const city = blocks.filter((it) => isCity(it) && it.windows.length === 1);
  const others = blocks.filter((it) => !city.includes(it));
  return (
    <>
      {city.length > 0 ? (
        <Section title="全市" hint={shortWindow(city[0]!.windows[0]!)}>
          <div className="city-lines">
            {city.map((it) => (
              <CityLine key={it.key} line={[...it.rows[0]!.lines.values()][0]!} />
            ))}
          </div>
        </Section>
      ) : null}
      {others.map((it) => (
        <Section key={it.key} title={isCity(it) ? `全市${it.label}` : it.label} hint={hintOf(it)} link={it.windows.length > 1 ? <WindowLegend /> : undefined}>
          {it.windows.length > 1 ? <WindowMatrix block={it} /> : <LineTable block={it} />}
        </Section>
      ))}
    </>
  );
}

function isCity({ rows }: LineBlock): boolean {
  return rows[0]?.owner.id === CITY;
}

/** What is asked: 每个时段至少 1 次. */
function hintOf({ rows, windows, unit }: LineBlock): string {
  const asked = new Set(rows.flatMap((it) => [...it.lines.values()].map((line) => line.target)));
  if (asked.size !== 1) return '';
  const number = [...asked][0]!;
  const met = rows.flatMap((it) => [...it.lines.values()]).filter((it) => it.light === 'met').length;
  const all = rows.reduce((sum, it) => sum + it.lines.size, 0);
  return `${windows.length > 1 ? '每个时段' : '全年'}至少 ${number}${unit}，${all} 个目标已达 ${met} 个`;
}
