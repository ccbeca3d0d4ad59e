import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type PersonField, personsApi } from './persons-api.ts';

export interface LookDialogProps {
  id: string;
  field: PersonField;
  onClose: () => void;
  onSeen: (value: string) => void;
}

/** Asks why a value is looked at in full. */
export function LookDialog({ id, field, onClose, onSeen }: LookDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(personsApi.look.call, ({ value }) => (value === null ? undefined : onSeen(value)));
  const send = () => {
    setAsked(true);
    if (reason.trim() !== '') write.send({ id, field: field.field, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title={`查看${field.label}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>查看</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有显示">{write.refusal.message}</Notice> : null}
      {write.output?.value === null ? <Notice tone="warn">内容没有送到，请再点一次“查看”。</Notice> : null}
      <p className="dialog-lead quiet">谁、何时、为何查看会记入操作日志，也会如实告诉本人。</p>
      <TextField name="look-reason" label="事由" hint="不要写姓名和号码" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} error={asked && reason.trim() === '' ? '请写明事由' : undefined} />
    </Dialog>
  );
}
