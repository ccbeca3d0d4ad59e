import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { filesKey, type FilesInput, sendFiles } from '../../../ui/send-files.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ENTRY_LABEL } from '../terms.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import { EVIDENCE_ACCEPT, EVIDENCE_MEGABYTES } from './evidence-choice.ts';
import type { Dossier } from './shapes.ts';
import { useForm } from './use-form.ts';

/** What is none of the city's kinds is named in words. */
const OTHER = '其他';

export interface EvidenceDialogProps {
  dossier: Dossier;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Puts one file beside the record or one of its milestones. */
export function EvidenceDialog({ dossier, onClose, onDone }: EvidenceDialogProps) {
  const [files, setFiles] = useState<File[]>([]);
  const [milestone, setMilestone] = useState('entry');
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [origin, setOrigin] = useState('');
  const { data: form } = useForm(dossier.kind);
  const kinds = form?.evidenceKinds ?? [];
  const kind = kinds.length === 0 || chosen === OTHER ? words : chosen;
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
    write.send({ key: filesKey(files), files, fields: { milestone, kind: kind.trim(), ...(origin !== '' && { origin }) } });
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
        accept={EVIDENCE_ACCEPT}
        maxMegabytes={EVIDENCE_MEGABYTES}
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
      {kinds.length > 0 ? (
        <SelectField name="evidence-kind" label="这是什么" placeholder="请选择" choices={[...kinds, OTHER].map((it) => ({ value: it, label: it }))} value={chosen} onChange={(event) => setChosen(event.target.value)} error={asked && chosen === '' ? missing.kind : undefined} />
      ) : null}
      {kinds.length === 0 || chosen === OTHER ? <TextField name="evidence-words" label="写明是什么" maxLength={50} value={words} onChange={(event) => setWords(event.target.value)} error={asked ? missing.kind : undefined} /> : null}
      {form && form.evidenceOrigins.length > 0 ? <SelectField name="evidence-origin" label="从哪里得来" optional placeholder="请选择" choices={form.evidenceOrigins.map((it) => ({ value: it, label: it }))} value={origin} onChange={(event) => setOrigin(event.target.value)} /> : null}
    </Dialog>
  );
}
