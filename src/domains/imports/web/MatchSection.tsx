import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { importsApi } from './imports-api.ts';
import { MatchSelect } from './MatchSelect.tsx';
import type { Import, Match } from './shapes.ts';
import './MatchSection.css';

/** The rows that came without a number, each with the record it is about; what is not beyond doubt is picked here. */
export function MatchSection({ data: { id, state, matches, matchCounts, mayBeNew } }: { data: Import }) {
  const [picks, setPicks] = useState<Record<string, string>>({});
  const write = useWrite(importsApi.pick.call, () => setPicks({}));
  if (matches.length === 0) return null;
  const pickOf = (it: Match) => picks[it.place] ?? (it.pick === 'record' ? it.number! : it.pick);
  const open = matches.filter((it) => pickOf(it) === 'open');
  const changed = Object.keys(picks).length;
  const settleAll = (to: 'new' | 'out') => setPicks((before) => ({ ...before, ...Object.fromEntries(open.map((it) => [it.place, to])) }));
  const columns: Column<Match>[] = [
    { key: 'name', head: '文件中的行', rowHeader: true, cell: (it) => <TwoLines below={[it.creditCode, `${it.sheet} 第 ${it.row} 行`].filter(Boolean).join('・')}>{it.name || '（没有名称）'}</TwoLines> },
    { key: 'pick', head: '对应哪条记录', width: '26rem', cell: (it) => <MatchSelect row={it} value={pickOf(it)} mayBeNew={mayBeNew} fixed={state !== 'previewed'} onPick={(to) => setPicks((before) => ({ ...before, [it.place]: to }))} /> },
  ];
  const asked = matches.filter((it) => !it.auto || it.place in picks);
  const sure = matches.filter((it) => it.auto && !(it.place in picks));
  return (
    <Section title="没有编号的行" hint={`已对应 ${matchCounts.record} 行，新登记 ${matchCounts.fresh} 行，不导入 ${matchCounts.out} 行，还要选 ${matchCounts.open} 行；名称只用来对应，不会改名`}>
      {write.refusal ? <Notice tone="error" title="选择没有保存">{write.refusal.message}</Notice> : null}
      {asked.length > 0 ? <DataTable caption="要选定的行" columns={columns} rows={asked} rowKey={(it) => it.place} rowTone={(it) => (pickOf(it) === 'open' ? 'ginkgo' : undefined)} keyboard={false} /> : null}
      {state === 'previewed' && (open.length > 0 || changed > 0) ? (
        <FormActions>
          <Button variant="primary" busy={write.busy} why={changed === 0 ? '请先在上面选定。' : undefined} onClick={() => write.send({ id, picks })}>按所选重新核对</Button>
          {open.length > 0 && mayBeNew ? <Button onClick={() => settleAll('new')}>其余 {open.length} 行都作为新记录</Button> : null}
          {open.length > 0 ? <Button onClick={() => settleAll('out')}>其余都不导入</Button> : null}
        </FormActions>
      ) : null}
      {sure.length > 0 ? (
        <details className="matches-sure">
          <summary>{sure.length} 行凭信用代码或名称自动对应{state === 'previewed' ? '，可以逐行更改' : ''}</summary>
          <DataTable caption="自动对应的行" columns={columns} rows={sure} rowKey={(it) => it.place} keyboard={false} />
        </details>
      ) : null}
    </Section>
  );
}
