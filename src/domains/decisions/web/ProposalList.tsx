import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { waitingProposals } from './decision-groups.ts';
import type { Question } from './shapes.ts';

type Proposal = ReturnType<typeof waitingProposals>[number];

const columns: Column<Proposal>[] = [
  {
    key: 'what',
    head: '口径',
    rowHeader: true,
    cell: ({ question, decision }) => <TwoLines below={<>依据：{decision.document}</>}><Link to="/decisions/$id" params={{ id: decision.id }} data-open="">{question.label}</Link></TwoLines>,
  },
  { key: 'now', head: '现在', cell: ({ question }) => question.value ?? '待定' },
  { key: 'value', head: '提出改为', cell: ({ decision }) => <b>{decision.value}</b> },
  { key: 'from', head: '起算日期', cell: ({ decision }) => <span className="num nowrap">{decision.from}</span> },
  { key: 'by', head: '提出人', cell: ({ decision }) => decision.proposedBy ?? '未记名' },
];

/** What was proposed and waits for another person; nothing where nothing waits. */
export function ProposalList({ questions }: { questions: readonly Question[] }) {
  const rows = waitingProposals(questions);
  if (rows.length === 0) return null;
  return (
    <Section title={`等待批准 ${rows.length} 项`} hint="打开看会改动什么，由提出人以外的另一位同志批准">
      <DataTable caption="等待批准的决定" columns={columns} rows={rows} rowKey={(it) => it.decision.id} rowTone={() => 'ginkgo'} />
    </Section>
  );
}
