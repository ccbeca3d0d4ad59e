import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type FollowUp, projectsApi } from './projects-api.ts';

/** Takes one's own follow-up back, with the reason. */
export function TakeBackDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(projectsApi.takeBackFollowUp.call, onClose);
  const missing = reason.trim() === '' ? '请写明原因' : undefined;
  const send = () => {
    setAsked(true);
    if (!missing) write.send({ id: followUp.id, reason: reason.trim() });
  };
  return (
    <Dialog open title="撤回跟进" onClose={onClose} actions={<><Button variant="primary" busy={write.busy} onClick={send}>撤回</Button><Button onClick={onClose}>取消</Button></>}>
      {write.refusal ? <Notice tone="error" title="没有办成">{write.refusal.message}</Notice> : null}
      <p>撤回后内容和照片不再显示，原因留在记录里。</p>
      <TextAreaField name="take-back-reason" label="原因" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked ? missing : undefined} />
    </Dialog>
  );
}
