import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useMay } from '../../../ui/session.ts';
import { ClosedActions } from './ClosedActions.tsx';
import { CorrectDrawer } from './CorrectDrawer.tsx';
import type { Action, Dossier } from './shapes.ts';
import { TransferDialog } from './TransferDialog.tsx';
import { VerdictDialog } from './VerdictDialog.tsx';
import './ActionPanel.css';

export interface ActionPanelProps {
  dossier: Dossier;
  onDone: (told: string) => void;
  onReload: () => void;
}

/** What the person may do about the record now; and what not, with the reason. */
export function ActionPanel({ dossier, onDone, onReload }: ActionPanelProps) {
  const [act, setAct] = useState<Action>();
  const [form, setForm] = useState<'correct' | 'transfer'>();
  const { actions, mayCorrect, mayTransfer, credits } = dossier;
  const mayWrite = useMay('records:write');
  const mayMove = useMay('records:transfer');
  const open = actions.filter((it) => it.allowed);
  const closed = actions.filter((it) => !it.allowed).map((it) => ({ label: it.label, why: it.why ?? '现在不能办' }));
  if (!mayCorrect && mayWrite) closed.push({ label: '更正', why: '这条记录不由本单位申报，也不计入本单位。' });
  if (!mayTransfer && mayMove) closed.push({ label: credits.some((it) => it.shared) ? '变更分成' : '移交', why: '由管理这本台账的部门或人才办办理。' });
  const close = () => {
    setAct(undefined);
    setForm(undefined);
  };
  const done = (told: string) => {
    close();
    onDone(told);
  };
  return (
    <Section title="办理">
      <div className="action-panel">
        {open.map((it, index) => (
          <Button key={it.act} variant={index === 0 && it.act !== 'return' && it.act !== 'not-count' ? 'primary' : 'plain'} onClick={() => setAct(it)}>{it.label}</Button>
        ))}
        {mayCorrect ? <Button onClick={() => setForm('correct')}>更正</Button> : null}
        {mayTransfer ? <Button onClick={() => setForm('transfer')}>变更分成、移交</Button> : null}
      </div>
      {open.length === 0 && !mayCorrect && !mayTransfer ? <p className="action-none">目前没有需要您办理的。</p> : null}
      <ClosedActions closed={closed} />
      {act ? <VerdictDialog dossier={dossier} action={act} onClose={close} onDone={done} onReload={onReload} /> : null}
      {form === 'correct' ? <CorrectDrawer dossier={dossier} onClose={close} onDone={done} onReload={onReload} /> : null}
      {form === 'transfer' ? <TransferDialog dossier={dossier} onClose={close} onDone={done} onReload={onReload} /> : null}
    </Section>
  );
}
