import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Dossier } from './shapes.ts';
import { StateTag } from './StateTag.tsx';

type Milestone = Dossier['milestones'][number];

const columns: Column<Milestone>[] = [
  { key: 'label', head: '事项', rowHeader: true, cell: (it) => it.label },
  { key: 'day', head: '日期', cell: (it) => (it.day === null ? <span className="quiet">尚未登记</span> : <span className="num">{it.day}</span>) },
  { key: 'state', head: '状态', phone: 'aside', cell: (it) => (it.state === null ? <span className="quiet">—</span> : <StateTag state={it.state} label={it.stateLabel ?? it.state} />) },
];

/** Each act of the subject's life with its day and its verdict. */
export function MilestoneSection({ dossier: { milestones } }: { dossier: Dossier }) {
  if (milestones.length === 0) return null;
  return (
    <div id="milestones" className="dossier-anchor">
      <Section title="事项与日期" hint="每个事项各有日期和认定状态">
        <DataTable caption="事项与日期" columns={columns} rows={milestones} rowKey={(it) => it.id} keyboard={false} />
      </Section>
    </div>
  );
}
