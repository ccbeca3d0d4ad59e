import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxField } from '../../../ui/CheckboxField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ACTS_WITH_REASON } from '../terms.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import { recordsApi } from './records-api.ts';
import type { Action, Dossier } from './shapes.ts';

export interface VerdictDialogProps {
  dossier: Dossier;
  action: Action;
  onClose: () => void;
  onDone: (told: string) => void;
  onReload: () => void;
}

const consequences: Partial<Record<Action['act'], string>> = {
  verify: '初核通过后，交由认定部门认定。',
  certify: '认定后即计入各项指标。',
  'certify-upstream': '按上级公布的名单认定，认定后即计入各项指标。',
  return: '退回后不再计入已认定的数，申报单位可以补正后重新申报，也可以申诉。',
  'not-count': '事实予以认可，但不计入指标。申报单位可以申诉。',
  declare: '重新申报后，交由初核部门核对。',
  appeal: '申诉由没有经手过的第三人复核。',
};

/** One verdict, on all that waits for it or on what is chosen. */
export function VerdictDialog({ dossier, action, onClose, onDone, onReload }: VerdictDialogProps) {
  const { act, label } = action;
  // After a reload what may be done can be another; what was left out stays left out.
  const offered = dossier.actions.find((it) => it.act === act)?.milestones ?? [];
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [asked, setAsked] = useState(false);
  const chosen = offered.filter((it) => !leftOut.includes(it.id)).map((it) => it.id);
  const write = useWrite(recordsApi.giveVerdict.call, () => onDone(`已${label}：${dossier.name}。`));
  const needsReason = ACTS_WITH_REASON.includes(act);
  const missing = {
    reason: needsReason && reason.trim() === '' ? `请写明${label}的原因` : undefined,
    milestones: chosen.length === 0 ? '请至少选一个事项' : undefined,
  };
  const send = () => {
    setAsked(true);
    if (missing.reason || missing.milestones) return;
    write.send({ id: dossier.id, version: dossier.version, act, milestones: chosen, reason: reason.trim(), document: document.trim() });
  };
  const negative = act === 'return' || act === 'not-count';
  return (
    <Dialog
      open
      title={`${label}：${dossier.name}`}
      onClose={onClose}
      actions={
        <>
          <Button variant={negative ? 'danger' : 'primary'} busy={write.busy} onClick={send} why={offered.length === 0 ? '最新内容里已没有可以办理的事项' : undefined}>{label}</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ChangeRefusal refusal={write.refusal} onReload={onReload} />
      <p className="dialog-lead">{consequences[act]}</p>
      {offered.length > 1 ? (
        <fieldset className="field">
          <legend className="field-label">对哪些事项</legend>
          <div className="verdict-choices">
            {offered.map((it) => (
              <CheckboxField
                key={it.id}
                name={`verdict-${it.id}`}
                label={it.name}
                checked={!leftOut.includes(it.id)}
                onChange={(event) => setLeftOut(event.target.checked ? leftOut.filter((id) => id !== it.id) : [...leftOut, it.id])}
              />
            ))}
          </div>
          {asked && missing.milestones ? <p className="field-error">{missing.milestones}</p> : null}
        </fieldset>
      ) : null}
      <TextAreaField name="verdict-reason" label={act === 'appeal' ? '申诉理由' : '原因或说明'} optional={!needsReason} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked ? missing.reason : undefined} />
      {act === 'declare' || act === 'appeal' ? null : (
        <TextField name="verdict-document" label="依据的文件或名单" optional maxLength={200} value={document} onChange={(event) => setDocument(event.target.value)} />
      )}
    </Dialog>
  );
}
