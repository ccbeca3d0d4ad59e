import { buttonClass } from '../../../ui/button-class.ts';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { Rejected, Report } from './shapes.ts';
import '../../../ui/Button.css';

export interface RejectedSectionProps {
  id: string;
  report: Report;
  /** Whether there is a file of the refused rows to fetch. */
  hasFile: boolean;
}

const columns: Column<Rejected>[] = [
  { key: 'place', head: '位置', phone: 'title', width: '11rem', cell: (it) => <span className="nowrap">{it.sheet} 第 <b className="num">{it.row}</b> 行</span> },
  { key: 'label', head: '问题', phone: 'aside', width: '8rem', cell: (it) => <Tag variant="cinnabar">{it.label}</Tag> },
  { key: 'message', head: '怎么改', rowHeader: true, phone: 'meta', cell: (it) => it.message },
];

/** The rows that do not go in, each with what to do about it. */
export function RejectedSection({ id, report: { rejected, rejectedCount }, hasFile }: RejectedSectionProps) {
  if (rejectedCount === 0) return null;
  const partial = rejected.length < rejectedCount;
  const counts = new Map<string, number>();
  for (const { label } of rejected) counts.set(label, (counts.get(label) ?? 0) + 1);
  return (
    <Section
      title="退回的行"
      hint={partial ? `共 ${rejectedCount} 行，先列 ${rejected.length} 行，全部的在文件里` : `共 ${rejectedCount} 行，不影响其余各行写入`}
      link={hasFile ? <a className={buttonClass({ small: true })} href={`/api/v1/imports/${id}/refused.xlsx`} download>下载退回的行</a> : undefined}
    >
      {counts.size > 1 ? <p className="rejected-counts">{[...counts].map(([label, count]) => <span key={label}>{label} <b className="num">{count}</b></span>)}</p> : null}
      <DataTable caption="退回的行" columns={columns} rows={rejected} rowKey={(it) => `${it.sheet} ${it.row} ${it.code}`} />
    </Section>
  );
}
