import { useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, inputErrors } from '../../../ui/form-errors.ts';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type FirstReport, type Holding, holdingsApi } from './holdings-api.ts';

interface OfferDialogProps {
  holding: Holding;
  units: FirstReport['units'];
  onClose: () => void;
  onTold: (text: string) => void;
}

const kinds = [{ value: 'share', label: '共同推进', hint: '按商定的比例分成，本单位继续牵头' }, { value: 'transfer', label: '移交', hint: '由对方接手，以后的计分全部归对方' }];

/** Offers a lead to another unit, which accepts or does not. */
export function OfferDialog({ holding: { subject }, units, onClose, onTold }: OfferDialogProps) {
  const [typed, setTyped] = useState({ kind: 'share', to: '', percent: '40', from: '', reason: '' });
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const write = useWrite(holdingsApi.offer.call, () => {
    onTold(`已向${units.find((it) => it.id === typed.to)?.name ?? '对方'}提出，对方接受后生效。`);
    onClose();
  });
  const errors = inputErrors(blank, write.refusal, 'to');
  const change = (name: keyof typeof typed, text: string) => {
    setTyped({ ...typed, [name]: text });
    setBlank(blank.filter((it) => it.name !== name));
  };
  const field = (name: keyof typeof typed) => ({ name, value: typed[name], error: errorAt(errors, name), onChange: (event: { target: { value: string } }) => change(name, event.target.value) });
  const shared = typed.kind === 'share';
  const percent = shared ? Number(typed.percent) : 100;
  const send = () => {
    const missing = [
      ...(typed.to === '' ? [{ name: 'to', message: '请选择单位' }] : []),
      ...(shared && !(percent > 0 && percent < 100) ? [{ name: 'percent', message: '请填 0 到 100 之间的数，如 40' }] : []),
      ...(typed.reason.trim() === '' ? [{ name: 'reason', message: '请写明原因' }] : []),
    ];
    setBlank(missing);
    if (missing.length === 0) write.send({ id: subject.id, kind: shared ? 'share' : 'transfer', to: typed.to, percent, from: typed.from || null, reason: typed.reason });
  };
  return (
    <Dialog
      open
      title={`移交或共同推进“${subject.name}”`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>提出</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <RadioGroup name="kind" label="怎么办" choices={kinds} value={typed.kind} onChange={(kind) => setTyped({ ...typed, kind })} />
      <SelectField {...field('to')} label="对方单位" placeholder="请选择单位" choices={units.map((it) => ({ value: it.id, label: it.name }))} />
      {shared ? <TextField {...field('percent')} label="对方分成" unit="%" hint={percent > 0 && percent < 100 ? `本单位 ${Math.round((100 - percent) * 1e6) / 1e6}%，合计 100%` : undefined} /> : null}
      <DayField {...field('from')} label="从哪天起计" optional hint="不填则从头计；已认定的要重新认定。填日期则只影响这天起的事项" />
      <TextField {...field('reason')} label="原因或依据" maxLength={500} />
    </Dialog>
  );
}
