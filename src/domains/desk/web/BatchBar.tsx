import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { BatchDialog } from './BatchDialog.tsx';
import { type ActWords, deskActs } from './desk-acts.ts';
import type { DeskRow } from './shapes.ts';

interface BatchBarProps {
  rows: readonly DeskRow[];
  reasons: readonly string[];
  onDone: (told: string) => void;
}

/** One act on all that is ticked. */
export function BatchBar({ rows, reasons, onDone }: BatchBarProps) {
  const [act, setAct] = useState<ActWords>();
  if (rows.length === 0) return null;
  // What is certified from a list of the upstream is so one by one.
  const offered = deskActs.filter(({ act: one }) => one !== 'certify-upstream' && !(one === 'verify' && rows.every((it) => it.waits === 'certify')) && !(one === 'certify' && rows.every((it) => it.waits === 'verify')));
  return (
    <div className="desk-batch" role="region" aria-label="批量办理">
      <p>已选 <b className="num">{rows.length}</b> 项</p>
      {offered.map((it) => (
        <Button key={it.act} small variant={it.negative ? 'plain' : 'primary'} onClick={() => setAct(it)}>批量{it.label}</Button>
      ))}
      {act ? <BatchDialog key={act.act} words={act} rows={rows} reasons={reasons} onClose={() => setAct(undefined)} onDone={(told) => { setAct(undefined); onDone(told); }} /> : null}
    </div>
  );
}
