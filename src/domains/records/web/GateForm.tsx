import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt } from '../../../ui/form-errors.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useSession } from '../../../ui/session.ts';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type Course, fieldsToFill, type Gate } from './course-steps.ts';
import type { CourseSectionProps } from './CourseSection.tsx';
import { correctionOf, type Typed, valuesOf } from './correction.ts';
import { CorrectField } from './CorrectField.tsx';
import { FreshNotice } from './FreshNotice.tsx';
import { GateEvidence } from './GateEvidence.tsx';
import { placeRefusal } from './place-refusal.ts';
import { recordsApi } from './records-api.ts';
import { ReferenceField } from './ReferenceField.tsx';
import { useForm } from './use-form.ts';
import { useFresh } from './use-fresh.ts';

interface GateFormProps extends CourseSectionProps {
  course: Course;
  gate: Gate;
}

/** Everything that a milestone still wants, in one place: fields, references, evidence, the day; recorded in one act. */
export function GateForm({ dossier, course, gate, onDone, onReload }: GateFormProps) {
  const { today } = useSession();
  const { data: form } = useForm(dossier.kind);
  const [typed, setTyped] = useState<Typed>({});
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState('');
  const write = useWrite(recordsApi.advance.call, () => onDone(`已登记${gate.label}。`));
  const standing = { fields: dossier.fields, references: dossier.references, milestones: [] };
  const all = form?.references ?? [];
  const fresh = useFresh(valuesOf(standing, all), typed, write.refusal, onReload);
  // What was typed stays in sight when somebody else fills it meanwhile.
  const shown = new Set([...fieldsToFill(gate).map((it) => `field-${it}`), ...gate.asked.flatMap((it) => (it.what === 'reference' && it.outcome !== 'yes' ? [`reference-${it.id}`] : [])), ...Object.keys(typed)]);
  const fields = dossier.fields.filter((it) => shown.has(`field-${it.id}`));
  const roles = all.filter((it) => shown.has(`reference-${it.role}`));
  const proofs = gate.asked.filter((it) => it.what === 'evidence');
  const correction = correctionOf(standing, typed, all);
  const late = gate.ends || (course.reasonBefore !== null && day !== '' && day < course.reasonBefore);
  const refusal = write.refusal?.code === 'stale' ? undefined : write.refusal;
  const errors = placeRefusal(refusal, [
    ...fields.map((it) => ({ name: `field-${it.id}`, label: it.label })),
    ...roles.map((it) => ({ name: `reference-${it.role}`, label: it.label })),
    ...proofs.map((it) => ({ name: `proof-${it.id}`, label: it.label })),
    { name: 'gate-day', label: `${gate.label}日期` },
  ]);
  const reopens = correction.changed > 0 && (dossier.state === 'verified' || dossier.state === 'certified' || dossier.state === 'certified-upstream');
  const send = () => write.send({ id: dossier.id, version: dossier.version, milestone: gate.milestone, day, fields: correction.fields, references: correction.references, reason: reason.trim() });
  return (
    <form className="gate-form" aria-label={`登记${gate.label}`} onSubmit={(event) => { event.preventDefault(); send(); }}>
      <ErrorSummary errors={errors} title={`还不能登记${gate.label}`} />
      <FreshNotice fresh={fresh} onTheirs={(id) => setTyped(Object.fromEntries(Object.entries(typed).filter(([one]) => one !== id)))} />
      {fields.map((it) => (
        <CorrectField key={it.id} field={it} typed={typed[`field-${it.id}`]} onType={(text) => setTyped({ ...typed, [`field-${it.id}`]: text })} error={errorAt(errors, `field-${it.id}`)} />
      ))}
      {roles.map(({ role, label, kind, kindLabel }) => (
        <ReferenceField key={role} name={`reference-${role}`} label={label} kind={kind} kindLabel={kindLabel} value={typed[`reference-${role}`] ?? ''} onType={(number) => setTyped({ ...typed, [`reference-${role}`]: number })} error={errorAt(errors, `reference-${role}`)} />
      ))}
      {proofs.map((it) => (
        <GateEvidence key={it.id} dossier={dossier.id} milestone={gate.milestone} asked={it} error={errorAt(errors, `proof-${it.id}`)} />
      ))}
      <DayField name="gate-day" label={`${gate.label}日期`} max={today} value={day} onChange={(event) => setDay(event.target.value)} error={errorAt(errors, 'gate-day')} />
      {late ? <TextAreaField name="gate-reason" label={gate.ends ? '情况说明' : '补登的原因'} hint={gate.ends ? '登记后，已有的认定会重新打开。' : `早于 ${course.reasonBefore} 的日期须写明原因。`} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /> : null}
      {reopens ? <Notice tone="warn">登记内容已经核定，补填后须重新认定；已封账的数不改，差额另列为调整。</Notice> : null}
      <Button type="submit" variant={gate.ends ? 'danger' : 'primary'} busy={write.busy} why={day === '' ? '请填写日期' : fresh.conflicts.length > 0 ? '请先选定用哪一个' : undefined}>登记{gate.label}</Button>
    </form>
  );
}
