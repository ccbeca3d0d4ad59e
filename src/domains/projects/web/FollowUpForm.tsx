import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { filesKey, type FilesInput, sendFiles } from '../../../ui/send-files.ts';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { PHOTO_LIMIT, PHOTOS } from '../terms.ts';
import { ColleagueField } from './ColleagueField.tsx';
import './FollowUp.css';

export interface FollowUpFormProps {
  id: string;
  forms: readonly string[];
  today: string;
  onDone: () => void;
}

const NOTE = { value: '', label: '备注' };

/** How it went, what comes next, photos: today and the first form stand already. What is typed survives a closed tab. */
export function FollowUpForm({ id, forms, today, onDone }: FollowUpFormProps) {
  const draft = useDraft(`follow-up:${id}`, { form: forms[0] ?? '', day: today, text: '', nextStep: '', nextDay: '', mentioned: '' });
  const { fields, change } = draft;
  const [files, setFiles] = useState<File[]>([]);
  const [asked, setAsked] = useState(false);
  const write = useWrite(
    (input: FilesInput, { context }) => sendFiles(`/api/v1/dossiers/${id}/follow-ups`, input, context.requestId),
    () => {
      draft.forget();
      onDone();
    },
  );
  const missing = {
    text: fields.text.trim() === '' ? '请写明跟进的情况' : undefined,
    nextDay: fields.nextStep.trim() !== '' && fields.nextDay === '' ? '请选下一步在哪一天，到时提醒' : undefined,
  };
  const send = () => {
    setAsked(true);
    if (missing.text || missing.nextDay) return;
    // Files cannot be told apart as such, so their key says which they are.
    write.send({ key: filesKey(files), files, fields });
  };
  return (
    <form
      className="follow-up-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {write.refusal ? <Notice tone="error" title="没有保存">{write.refusal.message}</Notice> : null}
      {draft.restoredAt === null ? null : <Notice>已接上 <span className="num">{momentText(draft.restoredAt)}</span> 没有提交的内容；照片要重新选。</Notice>}
      <RadioGroup name="form" label="方式" choices={[...forms.map((it) => ({ value: it, label: it })), NOTE]} value={fields.form} onChange={(form) => change({ form })} />
      <TextAreaField name="text" label="情况" hint="不要写电话、证件号码和联系人姓名。" rows={4} maxLength={2000} value={fields.text} onChange={(event) => change({ text: event.target.value })} error={asked ? missing.text : undefined} />
      <FilePicker name="photos" label="照片" optional hint={`最多 ${PHOTOS} 张；位置、时间等信息收到即去掉。`} accept=".jpg,.jpeg,.png" maxMegabytes={PHOTO_LIMIT / 1024 / 1024} multiple files={files} onPick={(all) => setFiles(all.slice(0, PHOTOS))} />
      <FormActions>
        <Button type="submit" variant="primary" busy={write.busy}>保存</Button>
        <span className="quiet" role="status">{draft.saved ? '草稿已保存' : ''}</span>
      </FormActions>
      <details className="follow-up-more" open={fields.nextStep !== '' || fields.mentioned !== '' || fields.day !== today}>
        <summary>下一步、提醒同事、补记日期</summary>
        <TextField name="nextStep" label="下一步" optional maxLength={500} value={fields.nextStep} onChange={(event) => change({ nextStep: event.target.value })} />
        <DayField name="nextDay" label="下一步在哪一天" optional value={fields.nextDay} onChange={(event) => change({ nextDay: event.target.value })} error={asked ? missing.nextDay : undefined} />
        <ColleagueField id={id} chosen={fields.mentioned} onChoose={(mentioned) => change({ mentioned })} />
        <DayField name="day" label="跟进日期" value={fields.day} onChange={(event) => change({ day: event.target.value })} />
      </details>
    </form>
  );
}
