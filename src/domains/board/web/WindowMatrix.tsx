import { useRef } from 'react';
import { useSession } from '../../../ui/session.ts';
import { useRowKeys } from '../../../ui/use-row-keys.ts';
import type { LineBlock, LineRow } from './line-blocks.ts';
import { unitGroups } from './unit-groups.ts';
import { useUnitKinds } from './use-unit-kinds.ts';
import { shortWindow } from './window-text.ts';
import { WindowCell } from './WindowCell.tsx';
import './WindowMatrix.css';

/** Owners by windows, grouped by what the owners are; each value opens its figure. */
export function WindowMatrix({ block }: { block: LineBlock }) {
  const table = useRef<HTMLTableElement>(null);
  const kinds = useUnitKinds();
  useRowKeys(table, true, false);
  const groups = unitGroups(block.rows, (it) => it.owner.id, kinds);
  return (
    <table ref={table} className={`window-matrix window-matrix-${block.windows.length}`} data-rows="">
      <caption className="visually-hidden">{block.label}，按单位和时段</caption>
      <thead>
        <tr>
          <th scope="col">单位</th>
          {block.windows.map((it) => (
            <th key={it.name} scope="col" className={it.state === 'running' ? 'window-now' : undefined}>
              {shortWindow(it)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((it) => (
        <tbody key={it.kind}>
          {groups.length > 1 ? (
            <tr className="window-group">
              <th scope="rowgroup">
                {it.label} <span>{it.items.length} 家</span>
              </th>
              {block.windows.map(({ name }) => (
                <td key={name}><MetCount rows={it.items} window={name} /></td>
              ))}
            </tr>
          ) : null}
          {it.items.map((row) => (
            <Row key={row.owner.id} row={row} block={block} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, block }: { row: LineRow; block: LineBlock }) {
  const own = useSession().account.unit.id === row.owner.id;
  return (
    <tr data-row="" tabIndex={-1} className={own ? 'window-own' : undefined}>
      <th scope="row">{row.owner.name}</th>
      {block.windows.map(({ name }) => {
        const line = row.lines.get(name);
        return <td key={name}>{line ? <WindowCell line={line} /> : <span className="window-none">不要求</span>}</td>;
      })}
    </tr>
  );
}

/** How many of a group have reached what a window asks. */
function MetCount({ rows, window }: { rows: readonly LineRow[]; window: string }) {
  const lines = rows.flatMap((it) => it.lines.get(window) ?? []);
  return (
    <>
      <span className="met-word">已达 </span>
      <b className="num">{lines.filter((it) => it.light === 'met').length}</b>/{lines.length}
    </>
  );
}
