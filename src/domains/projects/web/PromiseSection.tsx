import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inWan } from '../../../kernel/fen.ts';
import { Button } from '../../../ui/Button.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { promiseSides, promiseStateLabels, sideLabels } from '../terms.ts';
import { type AgreedPromise, projectsApi } from './projects-api.ts';
import { PromiseDialog } from './PromiseDialog.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import './FollowUp.css';

/** What the agreement asks of both sides, as a checklist; what is overdue says so. @param id of the record */
export function PromiseSection({ id }: { id: string }) {
  const query = useQuery(projectsApi.promises.queryOptions({ input: { id } }));
  const [adding, setAdding] = useState(false);
  const [settling, setSettling] = useState<AgreedPromise>();
  const line = (it: AgreedPromise, mayWrite: boolean) => (
    <li key={it.id} className="promise">
      <p>{it.text}{it.amountFen === null ? null : <b className="num"> {inWan(BigInt(it.amountFen))}万元</b>}</p>
      <p className="quiet">
        {it.due === null ? '未约定日期' : <>约定 <span className="num">{it.due}</span></>}
        {it.last ? <>・<span className="num">{it.last.day}</span> {it.last.unit.name}{it.last.who ?? ''}{it.last.reason === null ? '' : `：${it.last.reason}`}</> : null}
      </p>
      <p className="promise-state">
        <Tag variant={it.overdue ? 'cinnabar' : it.state === 'kept' ? 'pine' : 'ink'}>{it.overdue ? '已逾期' : promiseStateLabels[it.state]}</Tag>
        {mayWrite ? <Button small onClick={() => setSettling(it)}>更新<span className="visually-hidden">：{it.text}</span></Button> : null}
      </p>
    </li>
  );
  return (
    <div id="promises" className="dossier-anchor">
      <Section title="协议约定" hint="双方各自承诺的事项" link={query.data?.mayWrite ? <Button small onClick={() => setAdding(true)}>添加约定</Button> : undefined}>
        <Loaded query={query}>
          {({ items, mayWrite }) => (items.length === 0 ? (
            <p className="quiet">还没有登记协议约定的事项。</p>
          ) : (
            promiseSides.filter((side) => items.some((it) => it.side === side)).map((side) => (
              <Section key={side} level={3} title={sideLabels[side]}>
                <ul className="promises">{items.filter((it) => it.side === side).map((it) => line(it, mayWrite))}</ul>
              </Section>
            ))
          ))}
        </Loaded>
      </Section>
      {adding ? <PromiseDialog id={id} onClose={() => setAdding(false)} /> : null}
      {settling && query.data ? <SettleDialog promise={settling} today={query.data.today} onClose={() => setSettling(undefined)} /> : null}
    </div>
  );
}
