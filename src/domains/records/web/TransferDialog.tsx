import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import { recordsApi } from './records-api.ts';
import type { Dossier } from './shapes.ts';
import { judgeParts, type TypedPart } from './transfer-parts.ts';
import { TransferParts } from './TransferParts.tsx';

export interface TransferDialogProps {
  dossier: Dossier;
  onClose: () => void;
  onDone: (told: string) => void;
  onReload: () => void;
}

/** Credits the record otherwise: later events from a day on, or everything from the start. */
export function TransferDialog({ dossier, onClose, onDone, onReload }: TransferDialogProps) {
  const last = dossier.credits[dossier.credits.length - 1];
  // Hosts of an activity each have it in full; everything else is divided.
  const shared = dossier.kind !== 'activity';
  const [since, setSince] = useState<'day' | 'start'>('day');
  const [day, setDay] = useState('');
  const [typed, setTyped] = useState<TypedPart[]>(last?.parts.map((it) => ({ unit: it.unit.id, percent: String(it.percent) })) ?? [{ unit: '', percent: '100' }]);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const judged = judgeParts(typed, shared);
  const write = useWrite(recordsApi.transfer.call, () => onDone('计分单位已变更。'));
  const missing = { day: since === 'day' && day === '' ? '请填写从哪一天起' : undefined, reason: reason.trim() === '' ? '请写明原因或依据' : undefined };
  const send = () => {
    setAsked(true);
    if (missing.day || missing.reason || judged.problem) return;
    write.send({ id: dossier.id, version: dossier.version, from: since === 'day' ? day : null, parts: judged.parts, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title="变更分成、移交"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>提交变更</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ChangeRefusal refusal={write.refusal} onReload={onReload} />
      <RadioGroup
        name="transfer-since"
        label="从什么时候起"
        value={since}
        onChange={(value) => setSince(value === 'start' ? 'start' : 'day')}
        choices={[
          { value: 'day', label: '从某一天起', hint: '这一天以前发生的事项仍计入原单位。' },
          { value: 'start', label: '自始更正', hint: '原来就登记错了：全部事项改计，已认定的须重新认定。' },
        ]}
      />
      {since === 'day' ? <DayField name="transfer-day" label="从哪一天起" value={day} onChange={(event) => setDay(event.target.value)} error={asked ? missing.day : undefined} /> : null}
      <TransferParts typed={typed} judged={judged} shared={shared} onChange={setTyped} />
      <TextAreaField name="transfer-reason" label="原因或依据" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked ? missing.reason : undefined} />
    </Dialog>
  );
}
