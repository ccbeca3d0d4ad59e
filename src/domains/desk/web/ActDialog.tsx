import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import type { ActWords } from './desk-acts.ts';
import { recordsApi } from './desk-api.ts';
import { ReasonField } from './ReasonField.tsx';
import type { Dossier } from './shapes.ts';

interface ActDialogProps {
  dossier: Dossier;
  milestone: string;
  label: string;
  words: ActWords;
  reasons: readonly string[];
  frozen: string | null;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Asks once, with what comes of it and what is still missing. */
export function ActDialog({ dossier, milestone, label, words, reasons, frozen, onClose, onDone }: ActDialogProps) {
  const { act, negative, consequence } = words;
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(recordsApi.giveVerdict, () => {
    onClose();
    onDone(`已${words.label}：${dossier.name}・${label}。`);
  });
  const missing = negative && reason.trim() === '' ? `请写明${words.label}的原因` : undefined;
  const lacking = dossier.course?.gates.find((it) => it.milestone === milestone)?.asked.filter((it) => it.outcome !== 'yes') ?? [];
  const send = () => {
    setAsked(true);
    if (!missing) write.send({ id: dossier.id, version: dossier.version, act, milestones: [milestone], reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title={`${words.label}：${dossier.name}・${label}`}
      onClose={onClose}
      actions={
        <>
          <Button variant={negative ? 'danger' : 'primary'} busy={write.busy} onClick={send} autoFocus={!negative}>{words.label}</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有办成">{write.refusal.message}</Notice> : null}
      <p className="desk-lead">{consequence}{frozen === null ? '' : `${frozen}已封账，变动列为调整。`}</p>
      {!negative && lacking.length > 0 ? <Notice tone="warn" title="材料有缺项">{lacking.map((it) => it.label).join('、')}。缺材料认定的会列入审计报表。</Notice> : null}
      {negative ? <ReasonField label={`${words.label}的原因`} value={reason} onChange={setReason} error={asked ? missing : undefined} templates={act === 'return' ? reasons : []} /> : null}
    </Dialog>
  );
}
