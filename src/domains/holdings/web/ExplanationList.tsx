import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { DecideExplanation } from './DecideExplanation.tsx';
import type { Explanation } from './holdings-api.ts';

/** Why units say that theirs is another project; one decision each. */
export function ExplanationList({ explanations, onTold }: { explanations: readonly Explanation[]; onTold: (text: string) => void }) {
  const [open, setOpen] = useState<Explanation>();
  if (explanations.length === 0) return null;
  const columns: Column<Explanation>[] = [
    { key: 'unit', head: '单位', rowHeader: true, width: '12rem', cell: (it) => <TwoLines below={<>回执 <span className="num">{it.number}</span></>}>{it.unit.name}</TwoLines> },
    { key: 'reason', head: '说明', cell: (it) => it.reason },
    { key: 'against', head: '在谈的', cell: (it) => it.against.map((one) => `${one.subject.name}（${one.unit.name}）`).join('、') },
    { key: 'act', head: '操作', width: '5rem', cell: (it) => <Button small variant="primary" aria-label={`裁定${it.unit.name}的说明`} onClick={() => setOpen(it)}>裁定</Button> },
  ];
  return (
    <Section title="等待裁定的说明">
      <DataTable caption="等待裁定的说明" columns={columns} rows={explanations} rowKey={(it) => it.id} />
      {open ? <DecideExplanation explanation={open} onClose={() => setOpen(undefined)} onTold={onTold} /> : null}
    </Section>
  );
}
