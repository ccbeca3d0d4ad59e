import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
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
    <ConfirmDialog title="驳回这项提议" act="驳回" refused="没有驳回" write={write} onConfirm={send} onClose={onClose}>
      <TextAreaField name="reject-reason" label="驳回的理由" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked ? missing : undefined} />
    </ConfirmDialog>
  );
}
