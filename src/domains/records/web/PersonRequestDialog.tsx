import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type PersonCard, personsApi } from './persons-api.ts';
import { saveFile } from './save-file.ts';

export interface PersonRequestDialogProps {
  id: string;
  act: 'hand-over' | 'erasure';
  card: PersonCard;
  onClose: () => void;
  onDone: (told: string) => void;
}

const WORDS = {
  'hand-over': { title: '向本人提供个人信息', lead: '将下载两份文件（JSON 和 Excel），列有所登记的全部内容、关联的记录和谁看过。请当面或经加密途径交给本人。', act: '生成副本' },
  erasure: { title: '提出删除个人信息', lead: '由另一位同志核对后办理。办理后姓名、联系方式和本人记录的佐证内容不能恢复；指标、认定和操作日志不变。', act: '提出删除' },
} as const;

/** What a person asks for: a copy of everything held, or erasure; on a document. */
export function PersonRequestDialog({ id, act, card, onClose, onDone }: PersonRequestDialogProps) {
  const [field, setField] = useState(card.people[0]!.id);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [asked, setAsked] = useState(false);
  const copy = useWrite(personsApi.handOver.call, ({ files }) => {
    for (const it of files ?? []) saveFile(it);
    onDone(files ? '副本已下载，请交给本人后从本机删除。' : '副本没有送到，请重新生成。');
  });
  const removal = useWrite(personsApi.proposeErasure.call, () => onDone('已提出删除，请另一位同志到“个人信息”页核对办理。'));
  const write = act === 'hand-over' ? copy : removal;
  const { title, lead, act: button } = WORDS[act];
  const send = () => {
    setAsked(true);
    if (reason.trim() !== '' && document.trim() !== '') write.send({ id, field, reason: reason.trim(), document: document.trim() });
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant={act === 'erasure' ? 'danger' : 'primary'} busy={write.busy} onClick={send}>{button}</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有办成">{write.refusal.message}</Notice> : null}
      <p className="dialog-lead">{lead}</p>
      {card.people.length > 1 ? <SelectField name="person-field" label="哪个人" value={field} onChange={(event) => setField(event.target.value)} choices={card.people.map((it) => ({ value: it.id, label: it.name }))} /> : null}
      <TextField name="person-reason" label="事由" hint="如“本人申请”；不要写姓名和号码" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} error={asked && reason.trim() === '' ? '请写明事由' : undefined} />
      <TextField name="person-document" label="依据" hint="如“本人书面申请（2026 年第 3 号）”" maxLength={200} value={document} onChange={(event) => setDocument(event.target.value)} error={asked && document.trim() === '' ? '请写明依据的文件或本人申请' : undefined} />
    </Dialog>
  );
}
