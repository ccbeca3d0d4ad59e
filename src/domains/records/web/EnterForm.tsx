import { useState } from 'react';
import { go, hrefOf } from '../../../ui/address.ts';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { useSession } from '../../../ui/session.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { CorrectField } from './CorrectField.tsx';
import type { Typed } from './correction.ts';
import { firstFields, written } from './entering.ts';
import { placeRefusal } from './place-refusal.ts';
import { recordsApi } from './records-api.ts';
import { ReferenceField } from './ReferenceField.tsx';
import { judgeParts, type TypedPart } from './transfer-parts.ts';
import { TransferParts } from './TransferParts.tsx';
import type { RegisterForm } from './use-form.ts';
import './EnterForm.css';

/**
 * Few fields first: what its course wants at the start. The rest is folded, and can be filled in later where it matters.
 * @param project number of the project that it is about, where one comes from that
 */
export function EnterForm({ form, project }: { form: RegisterForm; project?: string | undefined }) {
  const { today } = useSession();
  const [typed, setTyped] = useState<Typed>(project === undefined ? {} : { 'reference-project': project });
  const [parts, setParts] = useState<TypedPart[]>([{ unit: form.unit.id, percent: '100' }]);
  const milestone = form.courses[0]?.milestone ?? null;
  const [day, setDay] = useState(today);
  const [missing, setMissing] = useState<{ name: string; message: string }[]>([]);
  const write = useWrite(recordsApi.enter.call, ({ id }) => go(hrefOf(`/dossiers/${id}`)));
  const judged = judgeParts(parts, form.shared);
  const { required, offered } = firstFields(form);
  const early = form.references.filter((it) => form.courses.some((one) => one.references.includes(it.role)));
  const places = [...form.fields.map((it) => ({ name: `field-${it.id}`, label: it.label })), ...form.references.map((it) => ({ name: `reference-${it.role}`, label: it.label })), { name: 'number', label: form.numberLabel }, ...(milestone ? [{ name: 'entry-day', label: `${milestone.name}日期` }] : [])];
  const errors = missing.length > 0 ? missing : placeRefusal(write.refusal, places);
  const type = (name: string) => (text: string) => setTyped({ ...typed, [name]: text });
  // What is converted from foreign money need not be said beside it.
  const asked = required.filter((id) => !typed[`field-${form.fields.find((it) => it.id === id)?.from ?? ''}`]?.trim());
  const send = () => {
    const blank = [...asked.map((it) => `field-${it}`), ...(form.numbered ? [] : ['number'])].filter((it) => (typed[it] ?? '').trim() === '');
    const empty = blank.map((name) => ({ name, message: `请填写${places.find((it) => it.name === name)!.label}` }));
    setMissing(empty);
    write.reset();
    if (empty.length > 0 || judged.problem) return;
    write.send({ kind: form.kind, ...(typed['number']?.trim() ? { number: typed['number'].trim() } : {}), fields: written(typed, 'field-'), references: written(typed, 'reference-'), milestones: milestone && day ? { [milestone.id]: day } : {}, parts: judged.parts });
  };
  const fieldOf = (id: string) => {
    const field = form.fields.find((it) => it.id === id)!;
    return <CorrectField key={id} field={{ ...field, value: null }} typed={typed[`field-${id}`]} onType={type(`field-${id}`)} optional={!asked.includes(id)} error={errorAt(errors, `field-${id}`)} />;
  };
  const referenceOf = ({ role, label, kind, kindLabel }: RegisterForm['references'][number]) => (
    <ReferenceField key={role} name={`reference-${role}`} label={label} kind={kind} kindLabel={kindLabel} optional value={typed[`reference-${role}`] ?? ''} onType={type(`reference-${role}`)} error={errorAt(errors, `reference-${role}`)} />
  );
  const number = <TextField name="number" label={form.numberLabel} optional={form.numbered} hint={form.numbered ? '不填就自动编号' : undefined} maxLength={100} value={typed['number'] ?? ''} onChange={(event) => type('number')(event.target.value)} error={errorAt(errors, 'number')} />;
  const rest = form.fields.filter((it) => !required.includes(it.id) && !offered.includes(it.id));
  return (
    <form className="enter-form" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <ErrorSummary errors={errors} />
      {form.numbered ? null : number}
      {[...required, ...offered].map(fieldOf)}
      {early.map(referenceOf)}
      {milestone ? <DayField name="entry-day" label={`${milestone.name}日期`} max={today} value={day} onChange={(event) => setDay(event.target.value)} error={errorAt(errors, 'entry-day')} /> : null}
      <TransferParts typed={parts} judged={judged} shared={form.shared} onChange={setParts} />
      <details className="enter-more">
        <summary>更多（{rest.length + form.references.length - early.length + (form.numbered ? 1 : 0)} 项，以后再补也可以）</summary>
        {rest.map((it) => fieldOf(it.id))}
        {form.references.filter((it) => !early.includes(it)).map(referenceOf)}
        {form.numbered ? number : null}
      </details>
      <FormActions>
        <Button type="submit" variant="primary" busy={write.busy}>保存</Button>
        <LinkButton to="/registers/$kind" params={{ kind: form.kind }}>取消</LinkButton>
      </FormActions>
    </form>
  );
}
