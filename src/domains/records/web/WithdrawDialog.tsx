import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import { recordsApi } from './records-api.ts';
import type { Dossier } from './shapes.ts';

interface WithdrawDialogProps {
  dossier: Dossier;
  onClose: () => void;
  onDone: (told: string) => void;
  onReload: () => void;
}

/** Takes a record back, with the reason. */
export function WithdrawDialog({ dossier, onClose, onDone, onReload }: WithdrawDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(recordsApi.withdraw.call, () => onDone('已撤回，经过仍可查看。'));
  const missing = reason.trim() === '' ? '请写明撤回的原因' : undefined;
  const send = () => {
    setAsked(true);
    if (!missing) write.send({ id: dossier.id, version: dossier.version, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title={`撤回：${dossier.name}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={write.busy} onClick={send}>撤回</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ChangeRefusal refusal={write.refusal} onReload={onReload} />
      <p className="dialog-lead">撤回后不再计入任何指标，不能再更改；登记和办理的经过不删除。已封账的数不改，差额另列为调整。</p>
      <TextAreaField name="withdraw-reason" label="撤回的原因" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked ? missing : undefined} />
    </Dialog>
  );
}
