import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { CAUSED_PROGRESS, progressLabels } from '../terms.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import { recordsApi } from './records-api.ts';
import type { Dossier } from './shapes.ts';
import { useForm } from './use-form.ts';

interface ProgressDialogProps {
  dossier: Dossier;
  onClose: () => void;
  onDone: (told: string) => void;
  onReload: () => void;
}

type Is = keyof typeof progressLabels;

/** Says how a matter goes on; what stops it with a cause that can be searched later. */
export function ProgressDialog({ dossier, onClose, onDone, onReload }: ProgressDialogProps) {
  const { data: form } = useForm(dossier.kind);
  const [is, setIs] = useState<Is>(dossier.progress?.is ?? 'advancing');
  const [cause, setCause] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(recordsApi.progress.call, () => onDone(`已标为${progressLabels[is]}。`));
  const causes = form?.causes ?? [];
  const caused = CAUSED_PROGRESS.includes(is) && causes.length > 0;
  const missing = caused && cause === '' ? '请选一个原因，以便日后查找' : undefined;
  const send = () => {
    setAsked(true);
    if (!missing) write.send({ id: dossier.id, version: dossier.version, is, cause: is === 'advancing' ? '' : cause, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title={`标注进展：${dossier.name}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>标注</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ChangeRefusal refusal={write.refusal} onReload={onReload} />
      <p className="dialog-lead">只说明进展，不改动已登记的事项和认定。</p>
      <RadioGroup name="progress-is" label="现在的进展" value={is} onChange={(value) => setIs(value as Is)} choices={Object.entries(progressLabels).map(([value, label]) => ({ value, label }))} />
      {is === 'advancing' ? null : <SelectField name="progress-cause" label="原因" optional={!caused} placeholder="请选择" choices={causes.map((it) => ({ value: it, label: it }))} value={cause} onChange={(event) => setCause(event.target.value)} error={asked ? missing : undefined} />}
      <TextAreaField name="progress-reason" label="说明" optional rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Dialog>
  );
}
