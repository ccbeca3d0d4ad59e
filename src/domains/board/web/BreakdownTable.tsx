import { useSession } from '../../../ui/session.ts';
import { amountText, numberText } from './amount-text.ts';
import type { BreakdownBlock } from './breakdown-blocks.ts';
import { lightLabels } from '../terms.ts';
import { FigureLink } from './FigureLink.tsx';
import type { Cell, Detail } from './shapes.ts';
import { unitGroups } from './unit-groups.ts';
import { useUnitKinds } from './use-unit-kinds.ts';
import { shortWindow } from './window-text.ts';
import './BreakdownTable.css';
import './WindowCell.css';
import './WindowMatrix.css';

interface BreakdownTableProps {
  block: BreakdownBlock;
  detail: Detail;
}

/** Owners by windows of one length. The figure that the page shows is marked. */
export function BreakdownTable({ block: { windows, rows }, detail }: BreakdownTableProps) {
  const kinds = useUnitKinds();
  const { account } = useSession();
  const ordered = unitGroups(rows, (it) => it.owner.id, kinds).flatMap((it) => it.items);
  const city = ordered.filter((it) => it.owner.id === 'city');
  return (
    <table className={`window-matrix breakdown window-matrix-${windows.length}`}>
      <caption className="visually-hidden">{detail.measure.label}，按单位和时段</caption>
      <thead>
        <tr>
          <th scope="col">单位</th>
          {windows.map((it) => (
            <th key={it.name} scope="col" className={it.state === 'running' ? 'window-now' : undefined}>{shortWindow(it)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...city, ...ordered.filter((it) => it.owner.id !== 'city')].map(({ owner, cells }) => (
          <tr key={owner.id} className={owner.id === account.unit.id ? 'window-own' : undefined}>
            <th scope="row">{owner.name}</th>
            {windows.map(({ name }) => {
              const cell = cells.get(name);
              return <td key={name}>{cell ? <Value cell={cell} owner={owner} detail={detail} /> : null}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ cell, owner, detail }: { cell: Cell; owner: Detail['owner']; detail: Detail }) {
  const { measure, standing } = detail;
  const here = owner.id === detail.owner.id && cell.window.name === detail.window.name;
  const content = (
    <>
      <span className="window-cell-value num">
        {numberText(cell.value, measure.unit)}
        {cell.target === null ? null : <span aria-hidden="true">/{numberText(cell.target, measure.unit)}</span>}
      </span>
      <span className="visually-hidden">{`${shortWindow(cell.window)}${cell.target === null ? '' : `，目标${amountText(cell.target, measure.unit)}，${lightLabels[cell.light]}`}`}</span>
      {cell.frozen ? <span className="window-cell-note">封</span> : null}
    </>
  );
  if (here) return <span className={`window-cell window-cell-${lookOf(cell)} window-cell-here`} aria-current="page">{content}</span>;
  return <FigureLink measure={measure.id} owner={owner.id} window={cell.window.name} standing={standing} className={`window-cell window-cell-${lookOf(cell)}`}>{content}</FigureLink>;
}

function lookOf({ light, window }: Cell): string {
  if (light === 'none') return 'plain';
  if (light === 'met' || light === 'missed') return light;
  return window.state === 'to-come' ? 'to-come' : 'running';
}
