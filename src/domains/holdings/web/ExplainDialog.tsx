import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { holdingsApi } from './holdings-api.ts';

interface ExplainDialogProps {
  id: string;
  number: string;
  office: string;
  onClose: () => void;
  onTold: (text: string) => void;
}

/** Why what is held is another project of the same investor; the commerce bureau decides. */
export function ExplainDialog({ id, number, office, onClose, onTold }: ExplainDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(holdingsApi.explain.call, () => {
    onTold(`说明已提交，请等${office}答复。`);
    onClose();
  });
  const send = () => {
    setAsked(true);
    if (reason.trim() !== '') write.send({ id, reason });
  };
  return (
    <Dialog
      open
      title="说明是另一个项目"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>提交{office}</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有提交">{write.refusal.message}</Notice> : null}
      <p className="dialog-lead">回执 <span className="num">{number}</span>。{office}同意后，本单位可以登记这个投资方的线索。</p>
      <TextAreaField name="explain-reason" label="为什么不是同一个项目" hint="写清建设内容、地点、对接人有什么不同；不要写个人的电话和证件号码" maxLength={500} rows={4} value={reason} onChange={(event) => setReason(event.target.value)} error={asked && reason.trim() === '' ? '请写明理由' : undefined} />
    </Dialog>
  );
}
