import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { CourseFormat } from '../../mechanism/format/courses.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { unitName } from '../../mechanism/units.ts';
import type { recordsContract } from './contract.ts';
import { firstGate, requiredFields } from './enter.ts';
import { stagesOf } from './stages.ts';
import { HALT_CAUSES } from './progress.ts';
import { EVIDENCE_ORIGINS } from './evidence.ts';

type Form = InferContractRouterOutputs<typeof recordsContract>['form'];

/** What a page needs to enter and to filter records of a kind, in the pack's words. @throws Refusal 'not-found' */
export function readForm(context: LedgerContext, kindId: string): Form {
  const actor = actorOf(context);
  const { pack, vocabulary, courses } = context.ledger.mechanism;
  const register = pack.registers.find((it) => it.subject !== undefined && it.subject === kindId);
  const kind = vocabulary[kindId];
  if (!register || !kind) throw new Refusal('not-found', '没有这一类台账，请从台账列表中选择。');
  const own = courses.filter((it) => it.format.subject === kindId);
  const deciding = new Set(own.flatMap((it) => fieldsRead(it.format.where)));
  return {
    kind: kind.kind,
    label: kind.label,
    sheet: register.sheet,
    numberLabel: kind.numberLabel,
    numbered: register.numbering !== undefined,
    shared: !register.columns.some((it) => it.hosts),
    unit: { id: actor.unit, name: unitName(pack, actor.unit) },
    mayEnter: context.rights.can(actor, 'records:write', { units: [actor.unit] }),
    fields: orderedFields(kind, deciding).map(([id, field]) => ({ id, label: field.label, type: field.type, choices: field.type === 'choice' ? [...(pack.lists[field.list!] ?? [])] : [], personal: field.personal !== undefined, decides: deciding.has(id), from: field.from ?? null })),
    references: Object.entries(kind.references).map(([role, { label, to }]) => ({ role, label, kind: to, kindLabel: vocabulary[to]!.label })),
    courses: own.length === 0
      ? [{ id: '', label: kind.label, required: requiredFields(register, kind, undefined), references: [], milestone: null, hint: null }]
      : own.map(({ format, gates }) => ({ id: format.id, label: format.label, ...entryOf(kind, requiredFields(register, kind, firstGate(gates)?.format), firstGate(gates)?.format) })),
    stages: stagesOf(context.ledger.mechanism, kindId).map((it) => it.label),
    evidenceKinds: pack.evidenceKinds.map((it) => it.label),
    evidenceOrigins: [...(pack.lists[EVIDENCE_ORIGINS] ?? [])],
    causes: [...(pack.lists[HALT_CAUSES] ?? [])],
  };
}

/** A first milestone can be given a day at entry where its gate wants no more than fields: evidence comes to what is entered. */
function entryOf(kind: SubjectKind, required: string[], gate: CourseFormat['gates'][number] | undefined): Pick<Form['courses'][number], 'required' | 'references' | 'milestone' | 'hint'> {
  const open = gate && gate.evidence.length === 0 && gate.conditions.length === 0 && gate.references.length === 0;
  return { required, references: gate?.references ?? [], milestone: open ? { id: gate.milestone, name: kind.milestones[gate.milestone]!.label } : null, hint: gate?.hint ?? null };
}

/** Those that decide the course stand where the others can be read in their light. */
function orderedFields(kind: SubjectKind, deciding: ReadonlySet<string>): [string, SubjectKind['fields'][string]][] {
  const fields = Object.entries(kind.fields);
  return [...fields.filter(([id]) => deciding.has(id)), ...fields.filter(([id]) => !deciding.has(id))];
}

/** The subject's own fields that a condition reads at its leaves. */
function fieldsRead(condition: unknown): string[] {
  if (typeof condition !== 'object' || condition === null) return [];
  const { field } = condition as { field?: unknown };
  return [...(typeof field === 'string' && !field.includes('.') ? [field] : []), ...Object.values(condition).flatMap(fieldsRead)];
}
