import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type PersonRequest, personsApi } from './persons-api.ts';

export interface DecideDialogProps {
  request: PersonRequest;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** The second person carries an erasure out, or refuses it with the reason. */
export function DecideDialog({ request: { id, subject, field, reason, document }, onClose, onDone }: DecideDialogProps) {
  const [because, setBecause] = useState('');
  const [asked, setAsked] = useState(false);
  const erase = useWrite(personsApi.erase.call, ({ files, kept }) => onDone(`已删除；清空佐证 ${files} 份${kept > 0 ? `，另有 ${kept} 份同时是其他记录的佐证，内容保留` : ''}。`));
  const refuse = useWrite(personsApi.refuse.call, () => onDone('未予删除，理由已记下。'));
  const refusal = erase.refusal ?? refuse.refusal;
  return (
    <Dialog
      open
      title="核对并删除个人信息"
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={erase.busy} onClick={() => erase.send({ id })}>删除</Button>
          <Button
            busy={refuse.busy}
            onClick={() => {
              setAsked(true);
              if (because.trim() !== '') refuse.send({ id, reason: because.trim() });
            }}
          >
            不予删除
          </Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {refusal ? <Notice tone="error" title="没有办成">{refusal.message}</Notice> : null}
      <p className="dialog-lead">{subject.kindLabel} <span className="num">{subject.number}</span> 的“{field.name}”；事由：{reason}；依据：{document}。</p>
      <Notice tone="warn">删除后不能恢复。指标、认定和操作日志不变，页面上显示为“已删除的个人”。</Notice>
      <TextField name="refuse-reason" label="不予删除的理由" optional maxLength={200} value={because} onChange={(event) => setBecause(event.target.value)} error={asked && because.trim() === '' ? '请写明不予删除的理由' : undefined} />
    </Dialog>
  );
}
