import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import { valueText } from './change-text.ts';
import type { Preview } from './shapes.ts';
import './ChangeCell.css';

type Row = Preview['targets'][number];

const asked = (value: number, unit: string) => (value === 0 ? '未定' : valueText(value, unit));

const columns: Column<Row>[] = [
  { key: 'task', head: '任务', rowHeader: true, cell: (it) => it.task.name },
  { key: 'measure', head: '指标', cell: (it) => it.measure },
  { key: 'window', head: '时段', cell: (it) => it.window.label },
  { key: 'atLeast', head: '目标不低于', align: 'end', phone: 'aside', cell: (it) => <span className="change-values"><span className="change-before">{asked(it.atLeast.before, it.unit)}</span><span className="change-arrow">→</span><b>{asked(it.atLeast.after, it.unit)}</b></span> },
];

/** The targets that a decision moves. */
export function TargetChanges({ targets }: Pick<Preview, 'targets'>) {
  if (targets.length === 0) return null;
  return (
    <Section title="目标" hint="数不变，比照的目标变">
      <DataTable caption="目标，批准前后" columns={columns} rows={targets} rowKey={(it) => `${it.task.id} ${it.measure} ${it.window.name}`} keyboard={false} />
    </Section>
  );
}
