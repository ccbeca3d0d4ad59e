import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { decisionsApi } from './decisions-api.ts';

/** Rejects a proposal with the reason. */
export function RejectDialog({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(decisionsApi.reject.call, onDone);
  const missing = reason.trim() === '' ? '请写明驳回的理由，让提出的同志知道怎么改' : undefined;
  const send = () => {
    setAsked(true);
    if (!missing) write.send({ id, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title="驳回这项提议"
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={write.busy} onClick={send}>驳回</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有驳回">{write.refusal.message}</Notice> : null}
      <TextAreaField name="reject-reason" label="驳回的理由" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked ? missing : undefined} />
    </Dialog>
  );
}
