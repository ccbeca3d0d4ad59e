import { useState } from 'react';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { filesKey, type FilesInput, sendFiles } from '../../../ui/send-files.ts';
import { useWrite } from '../../../ui/use-write.ts';
import type { Asked } from './course-steps.ts';
import { EVIDENCE_ACCEPT, EVIDENCE_MEGABYTES } from './evidence-choice.ts';

interface GateEvidenceProps {
  /** Id of the record. */
  dossier: string;
  milestone: string;
  asked: Asked;
  error: string | undefined;
}

/** The evidence that a gate asks for: chosen is sent, under the kind that is asked for. */
export function GateEvidence({ dossier, milestone, asked: { id, words, outcome }, error }: GateEvidenceProps) {
  const [kind, setKind] = useState(words[0] ?? '佐证');
  const write = useWrite((input: FilesInput, { context }) => sendFiles(`/api/v1/dossiers/${dossier}/evidence`, input, context.requestId));
  if (outcome === 'yes') return null;
  const send = (files: File[]) => write.send({ key: `${kind} ${filesKey(files)}`, files, fields: { milestone, kind } });
  return (
    <div className="gate-evidence">
      {words.length > 1 ? (
        <label className="gate-kind">
          <span className="field-label">上传哪一种佐证</span>
          <select className="control control-short" value={kind} onChange={(event) => setKind(event.target.value)}>
            {words.map((it) => <option key={it} value={it}>{it}</option>)}
          </select>
        </label>
      ) : null}
      <FilePicker name={`proof-${id}`} label={`佐证：${kind}`} hint={write.busy ? '正在上传…' : '选好就上传。'} accept={EVIDENCE_ACCEPT} maxMegabytes={EVIDENCE_MEGABYTES} files={[]} onPick={send} error={write.refusal?.message ?? error} />
    </div>
  );
}
