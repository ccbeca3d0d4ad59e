import { useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, inputErrors } from '../../../ui/form-errors.ts';
import { momentText } from '../../../ui/moment-text.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type Case, type FirstReport, holdingsApi } from './holdings-api.ts';

interface ReleaseDialogProps {
  held: Case;
  units: FirstReport['units'];
  onClose: () => void;
  onTold: (text: string) => void;
}

/** The commerce bureau releases a lead on a document, and may name who goes on with it. */
export function ReleaseDialog({ held: { subject, unit, asked, steps }, units, onClose, onTold }: ReleaseDialogProps) {
  const [typed, setTyped] = useState({ to: '', reason: '', document: '' });
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const write = useWrite(holdingsApi.release.call, () => {
    onTold(typed.to === '' ? `“${subject.name}”已释放，各单位都可以登记。` : `“${subject.name}”已释放，由${units.find((it) => it.id === typed.to)?.name ?? ''}接手，今天起的计分归其所有。`);
    onClose();
  });
  const errors = inputErrors(blank, write.refusal, 'reason');
  const change = (name: keyof typeof typed, text: string) => {
    setTyped({ ...typed, [name]: text });
    setBlank(blank.filter((it) => it.name !== name));
  };
  const field = (name: keyof typeof typed) => ({ name, value: typed[name], error: errorAt(errors, name), onChange: (event: { target: { value: string } }) => change(name, event.target.value) });
  const send = () => {
    const missing = [...(typed.reason.trim() === '' ? [{ name: 'reason', message: '请写明释放的理由' }] : []), ...(typed.document.trim() === '' ? [{ name: 'document', message: '请写明依据的文件或会议' }] : [])];
    setBlank(missing);
    if (missing.length === 0) write.send({ id: subject.id, reason: typed.reason, document: typed.document, ...(typed.to !== '' && { to: typed.to }) });
  };
  const first = asked.map((it) => it.unit.id);
  const others = units.filter((it) => it.id !== unit.id).sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  return (
    <Dialog
      open
      title={`释放“${subject.name}”`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>释放</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <ul className="dialog-lead">
        {steps.map((it) => <li key={it.at + it.act}>{momentText(it.at)}　{it.unit.name}：{it.label}</li>)}
      </ul>
      <SelectField {...field('to')} label="由谁接手" optional hint="问过的单位在前；不选则各单位都可以登记" placeholder="不指定" choices={others.map((it) => ({ value: it.id, label: first.includes(it.id) ? `${it.name}（问过）` : it.name }))} />
      <TextField {...field('reason')} label="理由" maxLength={500} />
      <TextField {...field('document')} label="依据的文件或会议" maxLength={200} />
    </Dialog>
  );
}
