import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { holdingsApi, type Officers } from './holdings-api.ts';

type Lead = Officers['officers'][number]['leads'][number];

const NOBODY = '没有写明经办人';
const columns: Column<Lead>[] = [{ key: 'name', head: '项目', rowHeader: true, cell: (it) => <TwoLines below={<><span>{it.kindLabel}</span> <span className="num">{it.number}</span></>}><Link to="/dossiers/$id" params={{ id: it.id }}>{it.name}</Link></TwoLines> }];

/** From whom, which of theirs, to whom. */
export function HandOverForm({ data: { officers, receivers }, onTold }: { data: Officers; onTold: (text: string) => void }) {
  const [from, setFrom] = useState(0);
  const { officer, leads } = officers[from]!;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(leads.map((it) => it.id)));
  const [to, setTo] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(holdingsApi.handOver.call, (_, input) => onTold(`已把 ${input.leads.length} 个项目交给${receivers.find((it) => it.id === input.to)?.name ?? ''}。`));
  const others = receivers.filter((it) => it.id !== officer?.id);
  const choose = (at: number) => {
    setFrom(at);
    setTicked(new Set(officers[at]!.leads.map((it) => it.id)));
    setTo('');
  };
  const send = () => {
    setAsked(true);
    if (to !== '') write.send({ from: officer?.id ?? null, to, leads: [...ticked] });
  };
  return (
    <>
      {write.refusal ? <Notice tone="error" title="没有交接">{write.refusal.message}</Notice> : null}
      <SelectField name="from" label="由谁交出" value={String(from)} choices={officers.map((it, at) => ({ value: String(at), label: `${it.officer?.name ?? NOBODY}（${it.leads.length} 个）` }))} onChange={(event) => choose(Number(event.target.value))} />
      <DataTable caption="要交接的项目" columns={columns} rows={leads} rowKey={(it) => it.id} selected={ticked} onSelect={setTicked} />
      <SelectField name="to" label="交给谁" placeholder="请选择同志" value={to} choices={others.map((it) => ({ value: it.id, label: it.name }))} error={asked && to === '' ? '请选择接手的同志' : undefined} onChange={(event) => setTo(event.target.value)} />
      <FormActions>
        <Button variant="primary" busy={write.busy} why={others.length === 0 ? '本单位没有其他录入岗位的同志：先由系统管理员建账号、安全管理员授予岗位。' : ticked.size === 0 ? '请至少选一个项目' : undefined} onClick={send}>交接 {ticked.size} 个项目</Button>
      </FormActions>
    </>
  );
}
