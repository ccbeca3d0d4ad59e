import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type AgreedPromise, projectsApi } from './projects-api.ts';

const acts = [{ value: 'kept', label: '已履行' }, { value: 'waived', label: '免除' }, { value: 'open', label: '改回待履行' }, { value: 'withdrawn', label: '登记有误，撤回' }] as const;
type Act = (typeof acts)[number]['value'];

/** Says what became of a promise. */
export function SettleDialog({ promise: { id, text, due, state }, today, onClose }: { promise: AgreedPromise; today: string; onClose: () => void }) {
  const choices = acts.filter((it) => it.value !== state && !(it.value === 'kept' && state === 'late'));
  const [is, setIs] = useState<Act>(choices[0]!.value);
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(projectsApi.settlePromise.call, onClose);
  const late = is === 'kept' && due !== null && day > due;
  const missing = (is !== 'kept' || late) && reason.trim() === '' ? (late ? `约定在${due}前履行，逾期的请写明原因` : '请写明原因或依据') : undefined;
  const send = () => {
    setAsked(true);
    if (!missing) write.send({ id, is, day: day || today, reason: reason.trim() });
  };
  return (
    <Dialog open title="更新约定" onClose={onClose} actions={<><Button variant="primary" busy={write.busy} onClick={send}>保存</Button><Button onClick={onClose}>取消</Button></>}>
      {write.refusal ? <Notice tone="error" title="没有办成">{write.refusal.message}</Notice> : null}
      <p>{text}</p>
      <RadioGroup name="is" label="现在怎样" choices={choices} value={is} onChange={(value) => setIs(value as Act)} />
      <DayField name="settle-day" label="日期" max={today} value={day} onChange={(event) => setDay(event.target.value)} />
      <TextAreaField name="settle-reason" label="原因或依据" optional={is === 'kept' && !late} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked ? missing : undefined} />
    </Dialog>
  );
}
