import { useSession } from '../../../ui/session.ts';
import type { BreakdownBlock } from './breakdown-blocks.ts';
import { BreakdownBar } from './BreakdownBar.tsx';
import { BreakdownCell } from './BreakdownCell.tsx';
import { CITY } from './line-blocks.ts';
import type { Detail } from './shapes.ts';
import { unitGroups } from './unit-groups.ts';
import { useUnitKinds } from './use-unit-kinds.ts';
import { shortWindow } from './window-text.ts';
import './BreakdownTable.css';
import './WindowMatrix.css';

interface BreakdownTableProps {
  block: BreakdownBlock;
  detail: Detail;
}

/** Owners by windows of one length; a single window has a bar beside it. The figure that the page shows is marked. */
export function BreakdownTable({ block: { windows, rows }, detail }: BreakdownTableProps) {
  const kinds = useUnitKinds();
  const { account } = useSession();
  const ordered = unitGroups(rows, (it) => it.owner.id, kinds).flatMap((it) => it.items);
  const single = windows.length === 1;
  return (
    <table className={`window-matrix breakdown window-matrix-${windows.length}`}>
      <caption className="visually-hidden">{detail.measure.label}，按单位和时段</caption>
      <thead>
        <tr>
          <th scope="col">单位</th>
          {windows.map((it) => (
            <th key={it.name} scope="col" className={it.state === 'running' ? 'window-now' : undefined}>{shortWindow(it)}</th>
          ))}
          {single ? <th scope="col"><span className="visually-hidden">完成</span></th> : null}
        </tr>
      </thead>
      <tbody>
        {[...ordered.filter((it) => it.owner.id === CITY), ...ordered.filter((it) => it.owner.id !== CITY)].map(({ owner, cells }) => (
          <tr key={owner.id} className={owner.id === account.unit.id ? 'window-own' : undefined}>
            <th scope="row">{owner.name}</th>
            {windows.map(({ name }) => {
              const cell = cells.get(name);
              return <td key={name}>{cell ? <BreakdownCell cell={cell} owner={owner} detail={detail} /> : null}</td>;
            })}
            {single ? <td className="breakdown-bar">{[...cells.values()].map((it) => <BreakdownBar key={it.window.name} cell={it} owner={owner} detail={detail} />)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
