import type { Column } from '../../../ui/data-table.ts';
import { Link } from '../../../ui/Link.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { ProgressTag } from './ProgressTag.tsx';
import type { Register, Row } from './shapes.ts';
import { StateTag } from './StateTag.tsx';

const words: Readonly<Record<string, string>> = { talent: '人', activity: '场', investment: '笔', agency: '家' };

/** The measure word of a kind of record: 个, 人, 场. */
export function measureWord(kind: string): string {
  return words[kind] ?? '个';
}

/** How far it has come; E leads to what comes next. */
const stageColumn: Column<Row> = {
  key: 'stage',
  head: '阶段',
  cell: (it) => (
    <span className="nowrap">
      <Link to="/dossiers/$id" params={{ id: it.id }} part="milestones" data-edit="">{it.stage}</Link>
      {it.progress ? <> <ProgressTag progress={it.progress} /></> : null}
    </span>
  ),
};

/** The columns of a register's list: what it is, whose, what the register shows of it, and how it stands. */
export function registerColumns({ columns, rows }: Register): Column<Row>[] {
  const named = rows.some((it) => it.name !== it.number);
  return [
    {
      key: 'name',
      head: named ? '名称与编号' : '名称',
      rowHeader: true,
      cell: (it) => (
        <TwoLines below={it.name === it.number ? undefined : <span className="num">{it.number}</span>}>
          <Link to="/dossiers/$id" params={{ id: it.id }}>{it.name}</Link>
        </TwoLines>
      ),
    },
    { key: 'unit', head: '单位', cell: (it) => it.unit?.name ?? <span className="quiet">全市</span> },
    ...columns.map(
      ({ label, numeric }, index): Column<Row> => ({
        key: `cell-${index}`,
        head: label,
        align: numeric ? 'end' : undefined,
        cell: (it) => cellText(it.cells[index]),
      }),
    ),
    ...(rows.some((it) => it.stage !== null) && !columns.some((it) => it.label === '阶段') ? [stageColumn] : []),
    { key: 'state', head: '状态', phone: 'aside', cell: (it) => <StateTag state={it.state} label={it.stateLabel} /> },
  ];
}

function cellText(text: string | undefined) {
  if (!text) return <span className="quiet">—</span>;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? <span className="num nowrap register-day">{text}</span> : text;
}
