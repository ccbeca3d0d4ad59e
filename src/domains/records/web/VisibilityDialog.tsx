import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import { recordsApi } from './records-api.ts';
import type { Dossier } from './shapes.ts';
import { useUnits } from './use-units.ts';

/** What is to be done about who sees a record. */
export type VisibilityAct = 'share' | 'seal' | 'lift';

const words = {
  share: { title: '共享给其他单位', send: '共享', done: '已共享，对方现在可以查看。', explain: '对方可以查看这条记录和佐证，不能更改；计分不变。' },
  seal: { title: '设为保密', send: '设为保密', done: '已设为保密。', explain: '只有申报、计分和已共享的单位，以及商务局、市领导能看到；在别的单位的台账、搜索里都不出现。数字照常计入。' },
  lift: { title: '解除保密', send: '解除保密', done: '已解除保密。', explain: '解除后按平常的范围可见。设为保密的人不能自己解除。' },
} as const;

interface VisibilityDialogProps {
  dossier: Dossier;
  act: VisibilityAct;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Shares a record, seals it, or lifts its seal, with the reason. */
export function VisibilityDialog({ dossier: { id }, act, onClose, onDone }: VisibilityDialogProps) {
  const { title, send, done, explain } = words[act];
  const units = useUnits();
  const [unit, setUnit] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const told = () => onDone(done);
  const share = useWrite(recordsApi.share.call, told);
  const seal = useWrite(recordsApi.seal.call, told);
  const lift = useWrite(recordsApi.liftSeal.call, told);
  const { busy, refusal } = { share, seal, lift }[act];
  const missing = { unit: act === 'share' && unit === '' ? '请选择单位' : undefined, reason: reason.trim() === '' ? '请写明原因或依据' : undefined };
  const submit = () => {
    setAsked(true);
    if (missing.unit || missing.reason) return;
    const because = reason.trim();
    if (act === 'share') share.send({ id, unit, reason: because });
    else if (act === 'seal') seal.send({ id, reason: because });
    else lift.send({ id, reason: because });
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={busy} onClick={submit}>{send}</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ChangeRefusal refusal={refusal} />
      <p>{explain}</p>
      {act === 'share' ? <SelectField name="share-unit" label="单位" placeholder="请选择单位" choices={units} value={unit} onChange={(event) => setUnit(event.target.value)} error={asked ? missing.unit : undefined} /> : null}
      <TextAreaField name="visibility-reason" label="原因或依据" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked ? missing.reason : undefined} />
    </Dialog>
  );
}
