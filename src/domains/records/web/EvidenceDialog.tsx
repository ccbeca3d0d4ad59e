import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { filesKey, type FilesInput, sendFiles } from '../../../ui/send-files.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ENTRY_LABEL, EVIDENCE_LIMIT, evidenceTypes } from '../terms.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import type { Dossier } from './shapes.ts';

export interface EvidenceDialogProps {
  dossier: Dossier;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Puts one file beside the record or one of its milestones. */
export function EvidenceDialog({ dossier, onClose, onDone }: EvidenceDialogProps) {
  const [files, setFiles] = useState<File[]>([]);
  const [milestone, setMilestone] = useState('entry');
  const [kind, setKind] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(
    (input: FilesInput, { context }) => sendFiles(`/api/v1/dossiers/${dossier.id}/evidence`, input, context.requestId),
    () => {
      onDone('佐证已上传。');
      onClose();
    },
  );
  const missing = { files: files.length === 0 ? '请选择要上传的文件' : undefined, kind: kind.trim() === '' ? '请写明这是什么，如“投资协议”“银行回单”' : undefined };
  const send = () => {
    setAsked(true);
    if (missing.files || missing.kind) return;
    write.send({ key: filesKey(files), files, fields: { milestone, kind: kind.trim() } });
  };
  return (
    <Dialog
      open
      title="上传佐证"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>上传</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ChangeRefusal refusal={write.refusal} />
      <FilePicker
        name="evidence-file"
        label="文件"
        hint="扫描件请存成 PDF 或图片；带宏的文件不收。"
        error={asked ? missing.files : undefined}
        accept={evidenceTypes.map((it) => (it === 'jpg' ? '.jpg,.jpeg' : `.${it}`)).join(',')}
        maxMegabytes={EVIDENCE_LIMIT / 1024 / 1024}
        files={files}
        onPick={setFiles}
      />
      <SelectField
        name="evidence-milestone"
        label="说明哪一事项"
        value={milestone}
        onChange={(event) => setMilestone(event.target.value)}
        choices={[{ value: 'entry', label: `${ENTRY_LABEL}（记录本身）` }, ...dossier.milestones.map((it) => ({ value: it.id, label: it.label }))]}
      />
      <TextField name="evidence-kind" label="这是什么" maxLength={50} value={kind} onChange={(event) => setKind(event.target.value)} error={asked ? missing.kind : undefined} />
    </Dialog>
  );
}
