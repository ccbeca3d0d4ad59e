import { useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, inputErrors } from '../../../ui/form-errors.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type Explanation, holdingsApi } from './holdings-api.ts';

interface DecideExplanationProps {
  explanation: Explanation;
  onClose: () => void;
  onTold: (text: string) => void;
}

/** Another project, or the same; with the reason and on a document. */
export function DecideExplanation({ explanation: { id, unit, reason: said }, onClose, onTold }: DecideExplanationProps) {
  const [typed, setTyped] = useState({ reason: '', document: '' });
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const write = useWrite(holdingsApi.decide.call, (_, { accept }) => {
    onTold(accept ? `已认定为另一项目，${unit.name}可以登记。` : `已答复${unit.name}：仍按在谈处理。`);
    onClose();
  });
  const errors = inputErrors(blank, write.refusal, 'reason');
  const change = (name: keyof typeof typed, text: string) => {
    setTyped({ ...typed, [name]: text });
    setBlank(blank.filter((it) => it.name !== name));
  };
  const field = (name: keyof typeof typed) => ({ name, value: typed[name], error: errorAt(errors, name), onChange: (event: { target: { value: string } }) => change(name, event.target.value) });
  const send = (accept: boolean) => {
    const missing = [...(typed.reason.trim() === '' ? [{ name: 'reason', message: '请写明理由' }] : []), ...(typed.document.trim() === '' ? [{ name: 'document', message: '请写明依据的文件或会议' }] : [])];
    setBlank(missing);
    if (missing.length === 0) write.send({ id, accept, ...typed });
  };
  return (
    <Dialog
      open
      title={`裁定${unit.name}的说明`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={() => send(true)}>是另一个项目</Button>
          <Button busy={write.busy} onClick={() => send(false)}>是同一个项目</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <p className="dialog-lead">{said}</p>
      <TextField {...field('reason')} label="理由" maxLength={500} />
      <TextField {...field('document')} label="依据的文件或会议" maxLength={200} />
    </Dialog>
  );
}
