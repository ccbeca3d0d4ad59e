import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { AwardChange } from './shapes.ts';

type Row = AwardChange['cases'][number];

const outcomes = { yes: '符合', no: '不符合', unknown: '无法判断' } as const;

function sideText(side: Row['sides']['before']): string {
  return side ? [outcomes[side.outcome], ...(side.amount === null ? [] : [side.amount])].join('，') : '没有此项';
}

const columns: Column<Row>[] = [
  { key: 'case', head: '对象', rowHeader: true, cell: (it) => <Link to="/dossiers/$id" params={{ id: it.subject.id }} data-open="">{it.subject.name}{it.case.includes('|') ? `（${it.case.split('|')[1]}）` : ''}</Link> },
  { key: 'year', head: '年度', cell: (it) => <span className="num">{it.year}</span> },
  { key: 'before', head: '现在', cell: (it) => sideText(it.sides.before) },
  { key: 'after', head: '批准后', cell: (it) => <b>{sideText(it.sides.after)}</b> },
];

/** One award: its cases and what is due, before and after. Single cases as far as the person sees them, the others in sum. */
export function AwardChanges({ award: { label, totals: { before, after }, changed, cases, hidden } }: { award: AwardChange }) {
  const sums = (
    <>
      符合 <b className="num">{before.yes}</b> → <b className="num">{after.yes}</b> 件，应兑现合计 <b className="num">{before.text}</b> → <b className="num">{after.text}</b>
      {before.unknown === after.unknown ? null : <>，无法判断 <b className="num">{before.unknown}</b> → <b className="num">{after.unknown}</b> 件</>}
    </>
  );
  return (
    <Section title={label} hint={<><b className="num">{changed}</b> 件会变・{sums}</>}>
      {cases.length > 0 ? <DataTable caption={`${label}，批准前后`} columns={columns} rows={cases} rowKey={(it) => `${it.case} ${it.year}`} keyboard={false} /> : null}
      {hidden > 0 ? <p className="quiet">另有 <b className="num">{hidden}</b> 件不在您的可见范围，只计入合计。</p> : null}
      {changed > cases.length + hidden ? <p className="quiet">只列出前 <b className="num">{cases.length}</b> 件。</p> : null}
    </Section>
  );
}
