import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Difference } from './Difference.tsx';
import { NewRows } from './NewRows.tsx';
import type { Change, Report } from './shapes.ts';

const columns: Column<Change>[] = [
  { key: 'number', head: '编号', rowHeader: true, width: '13rem', cell: (it) => <b className="num">{it.number}</b> },
  { key: 'place', head: '位置', phone: 'aside', width: '11rem', cell: (it) => <span className="nowrap quiet">{it.sheet} 第 {it.row} 行</span> },
  { key: 'differences', head: '现在 → 导入后', cell: (it) => <ul className="differences">{it.differences.map((one) => <Difference key={one.label} {...one} />)}</ul> },
];

/** So many rows at first; the rest is a press away. */
const FEW = 30;

export interface ChangeSectionProps {
  report: Report;
  done: boolean;
  /** Whether verdicts could be taken over: then they stand among the differences, though a mere declaration leaves them. */
  takesOver: boolean;
}

/** The rows that change what is registered, before and after; and those that are new. */
export function ChangeSection({ report: { changes, changed, fresh }, done, takesOver }: ChangeSectionProps) {
  const [shown, setShown] = useState(FEW);
  const altered = changes.filter((it) => it.kind === 'changed');
  const added = changes.filter((it) => it.kind === 'new');
  return (
    <>
      {altered.length > 0 ? (
        <Section title={done ? '变更了的行' : '将变更的行'} hint={altered.length < changed ? `共 ${changed} 行，先列 ${altered.length} 行` : `共 ${changed} 行；已认定的记录变更后须重新认定`}>
          {takesOver ? <p className="change-note">认定状态的变更只在“期初建账”时写入；作为申报导入时，各行都只到“申报”。</p> : null}
          <DataTable caption="变更的行" columns={columns} rows={altered.slice(0, shown)} rowKey={(it) => `${it.sheet} ${it.row}`} keyboard={false} />
          {altered.length > shown ? <FormActions><Button onClick={() => setShown(altered.length)}>再列 {altered.length - shown} 行</Button></FormActions> : null}
        </Section>
      ) : null}
      {added.length > 0 ? <NewRows rows={added} count={fresh} done={done} /> : null}
    </>
  );
}
