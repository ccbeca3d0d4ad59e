import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import type { Statement } from '../../ledger/statements.ts';
import type { Dossier, Value } from '../../mechanism/dossier.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { erasedAmong, keepNames, namesOf } from '../persons/store.ts';
import { readGates } from './advance.ts';
import { changeDossier } from './change.ts';
import { gateProblems } from './gates.ts';
import { readCorrection } from './read-correction.ts';
import { readReferences } from './read-references.ts';
import type { CorrectionInput } from './views.ts';

/** Corrects fields and milestones of the actor's own record. What was certified of them is declared again. @throws Refusal 'bad-correction', 'nothing-changed', 'erased' … */
export async function correctDossier(context: LedgerContext, input: CorrectionInput): Promise<{ done: true }> {
  const { pack, vocabulary } = context.ledger.mechanism;
  const detail = { fields: Object.keys(input.fields), ...(Object.keys(input.references).length > 0 && { references: Object.keys(input.references) }), milestones: input.milestones };
  return changeDossier(context, { right: 'records:write', action: 'records:correct', input, detail }, async (tx, dossier) => {
    const kind = vocabulary[dossier.kind]!;
    const read = readCorrection({ pack, kind, stored: dossier.fields }, input.fields);
    const { references, problems: unknown } = await readReferences(tx, context, kind, input.references);
    const after = corrected(dossier, { ...read.fields, ...read.people }, { ...Object.fromEntries(Object.keys(input.references).map((it) => [it, null])), ...references });
    const problems = [...read.problems, ...unknown, ...milestoneProblems(pack, kind, dossier, input.milestones), ...(await dayProblems(tx, context, after, input.milestones))];
    if (problems.length > 0) throw new Refusal('bad-correction', problems[0]!, undefined, [...new Set(problems)]);
    const people = await keepPeople(tx, dossier, read.people);
    return { ...entryOf(dossier, { ...read.fields, ...people }, after.references), milestones: input.milestones, reason: input.reason };
  });
}

function milestoneProblems(pack: Pack, kind: SubjectKind, dossier: Dossier, milestones: Readonly<Record<string, Day | null>>): string[] {
  const columns = pack.registers.find((it) => it.subject === kind.kind)?.columns ?? [];
  return Object.entries(milestones).flatMap(([id, day]) => {
    const label = Object.hasOwn(kind.milestones, id) ? kind.milestones[id]!.label : undefined;
    if (label === undefined) return [`${kind.label}没有“${id}”这一事项，请刷新后重新填写。`];
    const required = columns.some((it) => it.milestone === id && it.required);
    return day === null && required && dossier.milestones[id] ? [`${label}日期必须填写，不能撤回。`] : [];
  });
}

/** A milestone that was not there is let in by its gate, as the record will stand; what is there is only re-dated. */
async function dayProblems(tx: Transaction, context: LedgerContext, dossier: StoredDossier, milestones: Readonly<Record<string, Day | null>>): Promise<string[]> {
  const days = Object.entries(milestones).filter((it): it is [string, Day] => it[1] !== null && Object.hasOwn(context.ledger.mechanism.vocabulary[dossier.kind]!.milestones, it[0]));
  if (days.length === 0) return [];
  const reading = await readGates(tx, context, dossier);
  return days.flatMap(([milestone, day]) => gateProblems(reading, dossier, milestone, day));
}

function corrected(dossier: StoredDossier, fields: Readonly<Record<string, Value | null>>, references: Readonly<Record<string, string | null>>): StoredDossier {
  return { ...dossier, fields: filled({ ...dossier.fields, ...fields }), references: filled({ ...dossier.references, ...references }) };
}

/** Nothing where no field differs, so that what is corrected of the milestones alone does not reopen the record itself. */
function entryOf(dossier: Dossier, changed: Readonly<Record<string, Value | null>>, references: Dossier['references']): Pick<Statement, 'entry'> {
  if (Object.entries(changed).every(([id, value]) => (dossier.fields[id] ?? null) === value) && isDeepStrictEqual(dossier.references, references)) return {};
  return { entry: { fields: filled({ ...dossier.fields, ...changed }), references, credits: dossier.credits.find((it) => it.from === null)?.parts ?? [] } };
}

function filled<T>(values: Readonly<Record<string, T | null>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((it): it is [string, T] => it[1] !== null));
}

/** A corrected name is a person of its own: a name written over would change what was certified without a trace. */
async function keepPeople(tx: Transaction, dossier: Dossier, people: Readonly<Record<string, string | null>>): Promise<Record<string, Value | null>> {
  const ids = Object.keys(people).flatMap((id) => (typeof dossier.fields[id] === 'string' ? [dossier.fields[id]] : []));
  if ((await erasedAmong(tx, ids)).size > 0) throw new Refusal('erased', '这个人的个人信息已依法删除，姓名不能再填写，请只更正其他各项。');
  const held = await namesOf(tx, ids);
  const result: Record<string, Value | null> = {};
  for (const [id, name] of Object.entries(people)) {
    const before = dossier.fields[id];
    if (name === null) result[id] = null;
    else if (typeof before === 'string' && held.get(before) === name) result[id] = before;
    else [result[id]] = (await keepNames(tx, [{ id: undefined, name }])) as [string];
  }
  return result;
}
