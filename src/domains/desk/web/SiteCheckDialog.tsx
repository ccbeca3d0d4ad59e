import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { filesKey, type FilesInput, sendFiles } from '../../../ui/send-files.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useSession } from '../../../ui/session.ts';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import type { Dossier } from './shapes.ts';

interface SiteCheckDialogProps {
  dossier: Dossier;
  milestone: string;
  onClose: () => void;
}

/** What was seen on the spot, with photos where there are any. */
export function SiteCheckDialog({ dossier, milestone, onClose }: SiteCheckDialogProps) {
  const { today } = useSession();
  const [day, setDay] = useState(today);
  const [good, setGood] = useState('yes');
  const [findings, setFindings] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [asked, setAsked] = useState(false);
  const write = useWrite((input: FilesInput, { context }) => sendFiles(`/api/v1/dossiers/${dossier.id}/site-checks`, input, context.requestId), onClose);
  const send = () => {
    setAsked(true);
    if (findings.trim() !== '') write.send({ key: filesKey(files), files, fields: { milestone, day, good, findings: findings.trim() } });
  };
  return (
    <Dialog
      open
      title="记一次现场核查"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>记下</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有记下">{write.refusal.message}</Notice> : null}
      <DayField name="day" label="核查日期" value={day} onChange={(event) => setDay(event.target.value)} max={today} />
      <SelectField name="good" label="结论" value={good} onChange={(event) => setGood(event.target.value)} choices={[{ value: 'yes', label: '与申报一致' }, { value: 'no', label: '与申报不一致' }]} />
      <TextAreaField name="findings" label="现场情况" rows={3} value={findings} error={asked && findings.trim() === '' ? '请写明现场看到的情况' : undefined} onChange={(event) => setFindings(event.target.value)} hint="会永久留存，请不要写个人的姓名、电话。" />
      <FilePicker name="photos" label="照片" optional multiple accept=".jpg,.jpeg,.png" files={files} onPick={setFiles} />
    </Dialog>
  );
}
