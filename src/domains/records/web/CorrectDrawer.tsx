import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt } from '../../../ui/form-errors.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { correctionOf, isJudged, type Typed, valuesOf } from './correction.ts';
import { CorrectField } from './CorrectField.tsx';
import { FreshNotice } from './FreshNotice.tsx';
import { placeRefusal } from './place-refusal.ts';
import { recordsApi } from './records-api.ts';
import { ReferenceField } from './ReferenceField.tsx';
import type { Dossier } from './shapes.ts';
import { useForm } from './use-form.ts';
import { useFresh } from './use-fresh.ts';

export interface CorrectDrawerProps {
  dossier: Dossier;
  onClose: () => void;
  onDone: (told: string) => void;
  onReload: () => void;
}

/** Mends fields, references and days. Only what was touched is sent; what somebody else changed meanwhile is shown before it is overwritten. */
export function CorrectDrawer({ dossier, onClose, onDone, onReload }: CorrectDrawerProps) {
  const { data: form } = useForm(dossier.kind);
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(recordsApi.correct.call, () => onDone('已更正，前后对照记在“经过”里。'));
  const roles = form?.references ?? [];
  const values = valuesOf(dossier, roles);
  const fresh = useFresh(values, typed, write.refusal, onReload);
  const correction = correctionOf(dossier, typed, roles);
  // A milestone that is not there yet is recorded at its gate.
  const days = dossier.milestones.filter((it) => it.day !== null || !dossier.course);
  const because = asked && reason.trim() === '' ? '请写明更正原因' : undefined;
  const errors = placeRefusal(write.refusal?.code === 'stale' ? undefined : write.refusal, values.map((it) => ({ name: it.id, label: it.label })));
  const said = (id: string) => ({ value: typed[id] ?? values.find((it) => it.id === id)?.value ?? '', error: errorAt(errors, id) });
  const type = (id: string) => (text: string) => setTyped({ ...typed, [id]: text });
  const send = () => {
    setAsked(true);
    if (correction.changed === 0 || reason.trim() === '' || fresh.conflicts.length > 0) return;
    const { changed: _, ...changes } = correction;
    write.send({ id: dossier.id, version: dossier.version, ...changes, reason: reason.trim() });
  };
  return (
    <Drawer
      open
      title={`更正：${dossier.name}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send} why={fresh.conflicts.length > 0 ? '请先选定用哪一个' : undefined}>提交更正</Button>
          <Button onClick={onClose}>取消</Button>
          <span className="quiet" role="status">{correction.changed === 0 ? (asked ? '还没有改动任何一项' : '') : `改动 ${correction.changed} 项`}</span>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <FreshNotice fresh={fresh} onTheirs={(id) => setTyped(Object.fromEntries(Object.entries(typed).filter(([one]) => one !== id)))} />
      {isJudged(dossier) ? (
        <Notice tone="warn" title="更正后须重新认定">这条记录已经过核定。更正会使认定重新打开，指标随之变动；已经封账的数不改，差额另列为调整。</Notice>
      ) : (
        <Notice>更正的前后对照会记在“经过”里，只增不删。</Notice>
      )}
      {dossier.fields.map((it) => <CorrectField key={it.id} field={it} typed={typed[`field-${it.id}`]} onType={type(`field-${it.id}`)} error={errorAt(errors, `field-${it.id}`)} />)}
      {roles.map(({ role, label, kind, kindLabel }) => (
        <ReferenceField key={role} name={`reference-${role}`} label={label} kind={kind} kindLabel={kindLabel} {...said(`reference-${role}`)} onType={type(`reference-${role}`)} />
      ))}
      {days.length > 0 ? (
        <Section title="日期" level={3} hint="清空即撤销这个日期">
          <div className="correct-days">
            {days.map((it) => <DayField key={it.id} name={`day-${it.id}`} label={it.label} optional {...said(`day-${it.id}`)} onChange={(event) => type(`day-${it.id}`)(event.target.value)} />)}
          </div>
        </Section>
      ) : null}
      <TextAreaField name="correct-reason" label="更正原因" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={because} />
    </Drawer>
  );
}
