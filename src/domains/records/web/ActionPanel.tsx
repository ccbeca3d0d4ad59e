import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useMay } from '../../../ui/session.ts';
import { ClosedActions } from './ClosedActions.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import type { Action, Dossier } from './shapes.ts';
import './ActionPanel.css';

const CorrectDrawer = lazy(() => import('./CorrectDrawer.tsx').then((it) => ({ default: it.CorrectDrawer })));
const ProgressDialog = lazy(() => import('./ProgressDialog.tsx').then((it) => ({ default: it.ProgressDialog })));
const TransferDialog = lazy(() => import('./TransferDialog.tsx').then((it) => ({ default: it.TransferDialog })));
const VerdictDialog = lazy(() => import('./VerdictDialog.tsx').then((it) => ({ default: it.VerdictDialog })));
const WithdrawDialog = lazy(() => import('./WithdrawDialog.tsx').then((it) => ({ default: it.WithdrawDialog })));

export interface ActionPanelProps {
  dossier: Dossier;
  onDone: (told: string) => void;
  onReload: () => void;
}

/** What the person may do about the record now; and what not, with the reason. */
export function ActionPanel({ dossier, onDone, onReload }: ActionPanelProps) {
  const [act, setAct] = useState<Action>();
  const [form, setForm] = useState<'correct' | 'transfer' | 'progress' | 'withdraw'>();
  const { actions, mayCorrect, mayTransfer, mayNotWithdraw, credits, state, course } = dossier;
  const mayWrite = useMay('records:write');
  const mayMove = useMay('records:transfer');
  const mayTakeBack = useMay('records:withdraw');
  const gone = state === 'withdrawn';
  const open = gone ? [] : actions.filter((it) => it.allowed);
  const closed = gone ? [] : actions.filter((it) => !it.allowed).map((it) => ({ label: it.label, why: it.why ?? '现在不能办' }));
  if (!mayCorrect && mayWrite && !gone) closed.push({ label: '更正', why: '这条记录不由本单位申报，也不计入本单位。' });
  if (!mayTransfer && mayMove && !gone) closed.push({ label: credits.some((it) => it.shared) ? '变更分成' : '移交', why: '由管理这本台账的部门或人才办办理。' });
  if (mayNotWithdraw !== null && mayTakeBack && !gone) closed.push({ label: '撤回', why: mayNotWithdraw });
  const close = () => {
    setAct(undefined);
    setForm(undefined);
  };
  const done = (told: string) => {
    close();
    onDone(told);
  };
  const shared = { dossier, onClose: close, onDone: done, onReload };
  const mayChange = mayCorrect && !gone;
  const mayWithdraw = mayNotWithdraw === null && !gone;
  return (
    <Section title="办理">
      {course ? <ProgressLine progress={dossier.progress} onSay={mayChange ? () => setForm('progress') : undefined} /> : null}
      <div className="action-panel">
        {open.map((it, index) => (
          <Button key={it.act} variant={index === 0 && it.act !== 'return' && it.act !== 'not-count' ? 'primary' : 'plain'} onClick={() => setAct(it)}>{it.label}</Button>
        ))}
        {mayChange ? <Button onClick={() => setForm('correct')}>更正</Button> : null}
        {mayTransfer && !gone ? <Button onClick={() => setForm('transfer')}>变更分成、移交</Button> : null}
        {mayWithdraw ? <Button variant="quiet" onClick={() => setForm('withdraw')}>撤回</Button> : null}
      </div>
      {gone ? <p className="action-none">这条记录已经撤回，不再计入任何指标，只供查看。</p> : open.length === 0 && !mayChange && !mayTransfer && !mayWithdraw ? <p className="action-none">目前没有需要您办理的。</p> : null}
      <ClosedActions closed={closed} />
      <Suspense fallback={null}>
        {act ? <VerdictDialog {...shared} action={act} /> : null}
        {form === 'correct' ? <CorrectDrawer {...shared} /> : null}
        {form === 'transfer' ? <TransferDialog {...shared} /> : null}
        {form === 'progress' ? <ProgressDialog {...shared} /> : null}
        {form === 'withdraw' ? <WithdrawDialog {...shared} /> : null}
      </Suspense>
    </Section>
  );
}
