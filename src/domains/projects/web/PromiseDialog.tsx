import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type PromiseSide, promiseSides, sideLabels } from '../terms.ts';
import { projectsApi } from './projects-api.ts';

/** Notes what the agreement asks of one side. */
export function PromiseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [side, setSide] = useState<PromiseSide>('investor');
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const [amount, setAmount] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(projectsApi.promise.call, onClose);
  const missing = text.trim() === '' ? '请写明约定的事项' : undefined;
  const send = () => {
    setAsked(true);
    if (!missing) write.send({ id, side, text: text.trim(), due: due || null, amount: amount.trim() });
  };
  return (
    <Dialog open title="添加约定" onClose={onClose} actions={<><Button variant="primary" busy={write.busy} onClick={send}>添加</Button><Button onClick={onClose}>取消</Button></>}>
      {write.refusal ? <Notice tone="error" title="没有办成">{write.refusal.message}</Notice> : null}
      <RadioGroup name="side" label="哪一方" choices={promiseSides.map((it) => ({ value: it, label: sideLabels[it] }))} value={side} onChange={(value) => setSide(value as PromiseSide)} />
      <TextAreaField name="promise-text" label="约定的事项" rows={2} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} error={asked ? missing : undefined} />
      <DayField name="due" label="约定的日期" optional value={due} onChange={(event) => setDue(event.target.value)} />
      <TextField name="promise-amount" label="金额" unit="万元" optional value={amount} onChange={(event) => setAmount(event.target.value)} />
    </Dialog>
  );
}
