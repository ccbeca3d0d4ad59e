import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Light } from '../../../ui/Light.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { useSession } from '../../../ui/session.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { lightLabels } from '../terms.ts';
import { numberText } from './amount-text.ts';
import { FigureLink } from './FigureLink.tsx';
import { lightLook } from './light-look.ts';
import { type LineBlock, linesOf } from './line-blocks.ts';
import { LineMarks } from './LineMarks.tsx';
import type { Line } from './shapes.ts';

const columns: Column<Line>[] = [
  {
    key: 'owner',
    head: '单位',
    rowHeader: true,
    cell: (it) => (
      <TwoLines marks={<LineMarks line={it} />}>
        <FigureLink measure={it.measure} owner={it.owner.id} window={it.window.name}>{it.owner.name}</FigureLink>
      </TwoLines>
    ),
  },
  { key: 'light', head: '进度', width: '34%', cell: (it) => <><Light state={lightLook(it.light).light}>{lightLabels[it.light]}</Light> <span className="quiet">{it.reason}</span></> },
  { key: 'bar', head: '完成', width: '18%', phone: 'hidden', cell: (it) => <Progress label={`${it.owner.name}完成`} share={it.target > 0 ? (it.certified ?? 0) / it.target : 0} pace={it.window.pace} tone={lightLook(it.light).tone} /> },
  { key: 'declared', head: '申报', align: 'end', cell: (it) => numberText(it.declared, it.unit) },
  { key: 'certified', head: '认定 / 目标', align: 'end', phone: 'aside', cell: (it) => `${numberText(it.certified, it.unit)} / ${numberText(it.target, it.unit)}` },
];

/** Owners with one window each: a row an owner. One's own unit is marked. */
export function LineTable({ block }: { block: LineBlock }) {
  const { account } = useSession();
  return <DataTable caption={block.label} columns={columns} rows={linesOf(block)} rowKey={(it) => it.owner.id} rowTone={(it) => (it.owner.id === account.unit.id ? 'ginkgo' : undefined)} />;
}
