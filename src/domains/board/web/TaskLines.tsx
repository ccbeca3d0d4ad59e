import { Section } from '../../../ui/Section.tsx';
import { CityLine } from './CityLine.tsx';
import { CITY, type LineBlock, lineBlocks, linesOf } from './line-blocks.ts';
import { LineTable } from './LineTable.tsx';
import type { Line } from './shapes.ts';
import { unitsInShort } from './unit-groups.ts';
import { useUnitKinds } from './use-unit-kinds.ts';
import { periodWord, shortWindow } from './window-text.ts';
import { WindowLegend } from './WindowLegend.tsx';
import { WindowMatrix } from './WindowMatrix.tsx';
import './TaskLines.css';

/** A task's targets: the city's own first, then by unit; where there are several windows, units by windows. */
export function TaskLines({ lines }: { lines: readonly Line[] }) {
  const kinds = useUnitKinds();
  const blocks = lineBlocks(lines);
  const city = blocks.filter((it) => isCity(it) && it.windows.length === 1);
  const others = blocks.filter((it) => !city.includes(it));
  const titleOf = (block: LineBlock) => {
    if (isCity(block)) return `全市${block.label}`;
    const alone = others.filter((it) => it.measure === block.measure).length === 1;
    return alone ? block.label : `${block.label}：${unitsInShort(block.rows.map((it) => it.owner), kinds)}`;
  };
  return (
    <>
      {city.length > 0 ? (
        <Section title="全市" hint={shortWindow(city[0]!.windows[0]!)}>
          <div className="city-lines">
            {city.flatMap(linesOf).map((it) => (
              <CityLine key={it.measure} line={it} />
            ))}
          </div>
        </Section>
      ) : null}
      {others.map((it) => (
        <Section key={it.key} title={titleOf(it)} hint={hintOf(it)} link={it.windows.length > 1 ? <WindowLegend used={marksOf(it)} /> : undefined}>
          {it.windows.length > 1 ? <WindowMatrix block={it} /> : <LineTable block={it} />}
        </Section>
      ))}
    </>
  );
}

function isCity({ rows }: LineBlock): boolean {
  return rows[0]?.owner.id === CITY;
}

/** What is asked and how often: 每季度至少 1次，96 个目标已达 58 个. */
function hintOf(block: LineBlock): string {
  const lines = linesOf(block);
  const asked = new Set(lines.map((it) => it.target));
  const met = lines.filter((it) => it.light === 'met').length;
  const each = asked.size === 1 ? `${periodWord(block.windows[0]!.name)}至少 ${[...asked][0]!}${block.unit}，` : '';
  return `${each}${lines.length} 个目标已达 ${met} 个`;
}

function marksOf(block: LineBlock) {
  const lines = linesOf(block);
  return {
    declared: lines.some((it) => it.declared !== null && it.declared > (it.certified ?? 0)),
    doubt: lines.some((it) => it.doubt > 0),
    frozen: lines.some((it) => it.frozen),
  };
}
