import { actorOf } from '../../base/context.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write, type Written } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { trimmed } from '../../kernel/text.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import { emptyDossier } from '../../ledger/fold.ts';
import { nextNumbers } from '../../ledger/numbering.ts';
import { record } from '../../ledger/record.ts';
import type { Entry } from '../../ledger/statements.ts';
import { findSubjects, resolveSubjects, subjectKey } from '../../ledger/subjects.ts';
import type { CompiledGate } from '../../mechanism/course.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { GateFormat } from '../../mechanism/format/courses.ts';
import type { RegisterFormat } from '../../mechanism/format/registers.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { keepNames } from '../persons/store.ts';
import { tellsOfHuman } from '../persons/terms.ts';
import { readGates } from './advance.ts';
import { refuseTelling } from './discretion.ts';
import { keepEvidence, type NewEvidence } from './evidence.ts';
import { fillConverted } from './fill-converted.ts';
import { gateProblems, gatesOf } from './gates.ts';
import { readCorrection } from './read-correction.ts';
import { readReferences } from './read-references.ts';
import { creditsOf } from './shares.ts';
import type { EnterInput } from './views.ts';

/**
 * Enters a record by hand: declared by the actor's unit, with as few fields as the first gate of its course asks for; without a course, with
 * what its register requires.
 * @returns its id and number
 * @throws Refusal 'not-found' (no such register), 'forbidden', 'bad-entry' with everything that is wrong, 'number-used', 'bad-credits'
 */
export async function enterRecord(context: LedgerContext, input: EnterInput): Promise<{ id: string; number: string }> {
  return write(context.database, { id: context.request, account: actorOf(context).account, body: ['records:enter', input] }, (tx) => enterIn(tx, context, input));
}

/** As `enterRecord`, in a transaction under way. @param proofs evidence that comes with it, for which the gates of its milestones then need not wait */
async function enterIn(tx: Transaction, context: LedgerContext, input: EnterInput, proofs: readonly Omit<NewEvidence, 'dossier'>[] = []): Promise<Written<{ id: string; number: string }>> {
  const actor = actorOf(context);
  const { pack, vocabulary } = context.ledger.mechanism;
  const register = pack.registers.find((it) => it.subject !== undefined && it.subject === input.kind);
  const kind = vocabulary[input.kind];
  if (!register || !kind) throw new Refusal('not-found', '没有这一类台账，请从台账列表中选择。');
  const unit = input.unit ?? actor.unit;
  if (!context.rights.can(actor, 'records:write', { units: [unit] })) throw new Refusal('forbidden', '只能登记本单位的记录。如需由其他单位登记，请与其联系。');
  const read = readCorrection({ pack, kind, stored: {} }, input.fields);
  const [number, { references, problems: unknown }] = [await numberOf(tx, context, kind, register, input.number), await readReferences(tx, context, kind, input.references)];
  const said = Object.fromEntries(Object.entries(read.fields).filter((it): it is [string, string | boolean] => it[1] !== null));
  const { filled, problems: unconverted } = await fillConverted(tx, context, kind, said, input.milestones['arrived'] ?? context.clock.today());
  const fields = { ...said, ...filled };
  const names = Object.entries(read.people).filter((it): it is [string, string] => it[1] !== null);
  const sketch: Dossier = { ...emptyDossier({ id: crypto.randomUUID(), kind: kind.kind, number }), unit, fields: { ...fields, ...Object.fromEntries(names) }, references };
  const problems = [...read.problems, ...unconverted, ...unknown, ...tellingFields(kind, fields), ...(await entryProblems(tx, context, register, kind, sketch, input.milestones, proofs))];
  if (problems.length > 0) throw new Refusal('bad-entry', problems[0]!, undefined, problems);
  const people = await keepNames(tx, names.map(([, name]) => name));
  const entry: Entry = { fields: { ...fields, ...Object.fromEntries(names.map(([id], at) => [id, people[at]!])) }, references, credits: input.parts ? creditsOf(pack, input.parts, register.columns.some((it) => it.hosts)) : [{ unit, share: '1' }] };
  if (!entry.credits.some((it) => it.unit === unit)) throw new Refusal('bad-credits', '计分单位里要有申报单位，请补上后再提交。');
  const id = (await resolveSubjects(tx, [{ kind: kind.kind, number }])).get(subjectKey({ kind: kind.kind, number }))!;
  const author = { unit, account: actor.account, request: context.request, today: context.clock.today() };
  await record(tx, context.ledger, author, [{ subject: { id, kind: kind.kind, number }, entry, milestones: input.milestones }]);
  await refuseTelling(tx, kind, [], proofs.flatMap((it) => [it.name, it.kind]));
  for (const it of proofs) await keepEvidence(tx, author, { ...it, dossier: id });
  return { answer: { id, number }, audit: [{ unit: actor.unit, action: 'records:enter', objectKind: 'dossier', objectId: id, detail: { kind: kind.kind, fields: Object.keys(entry.fields), milestones: input.milestones } }] };
}

/** Texts are kept for good, so no number of a human may stand in them. */
function tellingFields(kind: SubjectKind, fields: Readonly<Record<string, string | boolean>>): string[] {
  return Object.entries(fields).flatMap(([id, value]) => (kind.fields[id]!.type === 'text' && tellsOfHuman(String(value)) ? [`“${kind.fields[id]!.label}”里有电话、证件号码或邮箱，请去掉，登记后填到联系人的个人信息里。`] : []));
}

/** What keeps a new record from being entered: what must be filled, and the gates of the milestones that come with it. */
async function entryProblems(tx: Transaction, context: LedgerContext, register: RegisterFormat, kind: SubjectKind, sketch: Dossier, milestones: Readonly<Record<string, string>>, proofs: readonly Omit<NewEvidence, 'dossier'>[]): Promise<string[]> {
  const reading = { ...(await readGates(tx, context, { ...sketch, version: 0 })), evidence: new Map(proofs.map((it) => [it.milestone, proofs.filter((one) => one.milestone === it.milestone).map((one) => one.kind)])) };
  const first = firstGate(gatesOf(reading, sketch)?.course.gates ?? []);
  const required = requiredFields(register, kind, first?.format);
  const missing = required.filter((id) => sketch.fields[id] === undefined).map((id) => `“${kind.fields[id]!.label}”必须填写。`);
  const unknown = Object.keys(milestones).filter((it) => !Object.hasOwn(kind.milestones, it)).map((it) => `${kind.label}没有“${it}”这一事项，请刷新后重新填写。`);
  if (unknown.length > 0) return unknown;
  return [...new Set([...missing, ...Object.entries(milestones).flatMap(([milestone, day]) => gateProblems(reading, sketch, milestone, day))])];
}

/** The fields without which none is entered: its name, and what the first gate of its course asks for or, without one, its register. */
export function requiredFields({ columns }: RegisterFormat, kind: SubjectKind, first: GateFormat | undefined): string[] {
  const named = kind.nameField === undefined ? [] : [kind.nameField];
  return [...new Set([...named, ...(first ? first.fields : columns.flatMap((it) => (it.required && it.field !== undefined ? [it.field] : [])))])];
}

/** The gate that comes first on a course; none before it, and every such subject passes it. */
export function firstGate(gates: readonly CompiledGate[]): CompiledGate | undefined {
  return gates.find((it) => it.format.after.length === 0 && !it.format.optional);
}

/** The number given, or the next of the year where the register numbers by itself. @throws Refusal 'bad-entry', 'number-used' */
async function numberOf(tx: Transaction, context: LedgerContext, kind: SubjectKind, { numbering }: RegisterFormat, given: string | undefined): Promise<string> {
  const written = trimmed(given ?? '').normalize('NFKC');
  if (written !== '') {
    const id = (await findSubjects(tx, [{ kind: kind.kind, number: written }])).get(subjectKey({ kind: kind.kind, number: written }));
    if (id !== undefined && (await loadDossiers(tx, [id])).has(id)) throw new Refusal('number-used', `${kind.numberLabel}“${written}”已经用过，请换一个。`);
    return written;
  }
  if (numbering === undefined) throw new Refusal('bad-entry', `请填写${kind.numberLabel}。`, undefined, [`请填写${kind.numberLabel}。`]);
  return (await nextNumbers(tx, kind.kind, numbering, context.clock.today(), 1, true))[0]!;
}
