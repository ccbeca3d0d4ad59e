import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { type SubjectName, subjectKey } from '../../ledger/subjects.ts';
import { refuseConfirmation, refuseTakeOver } from './confirmation.ts';
import type { importsContract } from './contract.ts';
import { readKept } from '../../base/kept-files.ts';
import { seesRows } from './find-import.ts';
import type { Match } from './match-rows.ts';
import type { Change } from './preview.ts';
import { type KeptImport, sealedFrom } from './store.ts';
import { maskOf } from '../persons/terms.ts';
import { refusalLabels } from './terms.ts';

type Outputs = InferContractRouterOutputs<typeof importsContract>;

function viewOf(it: KeptImport): Omit<Outputs['list'][number], 'accepted' | 'rejected'> {
  return { id: it.id, state: it.state, files: it.files.map((one) => one.name), by: it.by, begunAt: it.begun_at.toISOString(), document: it.document, done: it.done, total: it.total, error: it.error };
}

export function lineView(it: KeptImport): Outputs['list'][number] {
  return { ...viewOf(it), accepted: Object.values(it.report.accepted).reduce((sum, count) => sum + count, 0), rejected: it.report.rejectedCount };
}

/** An import with its report, as far as the actor may read what the report names. */
export async function detailView(context: LedgerContext, it: KeptImport): Promise<Outputs['one']> {
  const { ledger: { mechanism }, rights } = context;
  const whole = seesRows(context, it);
  const actor = actorOf(context);
  const { accepted, rejected, rejectedCount, foreign, foreignCount, fresh, changed, same, notes, refusedFile } = it.report;
  const confirmation = refuseConfirmation(mechanism, rights, actor, it);
  const takeOver = refuseTakeOver(mechanism, rights, actor, it);
  const told = await keptChanges(context, it);
  const matches = await unsealed(context, told.matches);
  const changes = (await changesOf(context, told.changes)).map(({ units, differences, ...change }) => {
    const plain = rights.can(actor, 'records:write', { units });
    return { ...change, differences: differences.map(({ personal, ...one }) => (personal && !plain ? { ...one, before: maskOf('name', one.before), after: maskOf('name', one.after) } : one)) };
  });
  return {
    ...viewOf(it),
    report: { accepted, rejected: rejected.map((one) => ({ ...one, label: refusalLabels[one.code], ...(!whole && { message: refusalLabels[one.code] }) })), rejectedCount, foreign: whole ? [...foreign] : [], foreignCount, fresh, changed, same, changes, notes: [...notes] },
    mayConfirm: confirmation === undefined,
    whyNotConfirm: confirmation?.message ?? null,
    mayTakeOver: takeOver === undefined,
    whyNot: takeOver?.message ?? null,
    ...matchesView(matches, it, whole),
    mayBeNew: it.files.flatMap((one) => one.registers).every((sheet) => mechanism.pack.registers.find((one) => one.sheet === sheet)?.numbering !== undefined),
    hasRefusedFile: whole && refusedFile !== null,
  };
}

/** What a seal keeps from the actor by now is left out. */
async function changesOf({ database, ledger, rights, actor }: LedgerContext, changes: readonly Change[]): Promise<Change[]> {
  const kinds = new Map(ledger.mechanism.pack.registers.map((it) => [it.sheet, it.subject ?? '']));
  const nameOf = ({ sheet, number }: Change): SubjectName => ({ kind: kinds.get(sheet) ?? '', number });
  const sealed = await sealedFrom(database, rights.scope(actorOf({ actor }), 'records:read'), changes.map(nameOf));
  return changes.filter((it) => !sealed.has(subjectKey(nameOf(it))));
}

/** What names records, while it is held. Imports of former versions kept their changes alone. */
async function keptChanges({ database }: LedgerContext, { report }: KeptImport): Promise<{ changes: readonly Change[]; matches: readonly Match[] }> {
  const bytes = report.changesFile === null ? undefined : await readKept(database, report.changesFile);
  const held: unknown = bytes ? JSON.parse(Buffer.from(bytes).toString('utf8')) : [];
  return Array.isArray(held) ? { changes: held as Change[], matches: [] } : (held as { changes: Change[]; matches: Match[] });
}

/** Candidates that a seal keeps from the actor by now are left out. */
async function unsealed({ database, ledger, rights, actor }: LedgerContext, matches: readonly Match[]): Promise<Match[]> {
  const kinds = new Map(ledger.mechanism.pack.registers.map((it) => [it.sheet, it.subject ?? '']));
  const nameOf = (sheet: string, number: string): SubjectName => ({ kind: kinds.get(sheet) ?? '', number });
  const sealed = await sealedFrom(database, rights.scope(actorOf({ actor }), 'records:read'), matches.flatMap((it) => it.candidates.map((one) => nameOf(it.sheet, one.number))));
  return matches.map((it) => ({ ...it, candidates: it.candidates.filter((one) => !sealed.has(subjectKey(nameOf(it.sheet, one.number)))) }));
}

const SHOWN_MATCHES = 1_000;

/** Rows without a number, those that are open first. */
function matchesView(matches: readonly Match[], { picks }: KeptImport, whole: boolean): Pick<Outputs['one'], 'matches' | 'matchCounts'> {
  const counts = { open: 0, record: 0, fresh: 0, out: 0 };
  const all = matches.map((it) => {
    const picked = picks[it.place];
    const pick = picked === undefined ? ('open' as const) : typeof picked === 'object' ? ('record' as const) : picked;
    counts[pick === 'new' ? 'fresh' : pick]++;
    return { ...it, candidates: [...it.candidates], pick, number: typeof picked === 'object' ? picked.to : null, auto: typeof picked === 'object' && picked.auto === true };
  });
  const rank = (it: { pick: string; auto: boolean }): number => (it.pick === 'open' ? 0 : it.auto ? 2 : 1);
  return { matches: whole ? all.sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN_MATCHES) : [], matchCounts: counts };
}
