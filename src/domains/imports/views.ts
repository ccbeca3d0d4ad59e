import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { type SubjectName, subjectKey } from '../../ledger/subjects.ts';
import { refuseConfirmation, refuseTakeOver } from './confirmation.ts';
import type { importsContract } from './contract.ts';
import { readKept } from './kept-files.ts';
import { seesRows } from './find-import.ts';
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
  const changes = (await changesOf(context, it)).map(({ units, differences, ...change }) => {
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
    hasRefusedFile: whole && refusedFile !== null,
  };
}

/** What a seal keeps from the actor by now is left out. */
async function changesOf({ database, ledger, rights, actor }: LedgerContext, { report }: KeptImport): Promise<Change[]> {
  const bytes = report.changesFile === null ? undefined : await readKept(database, report.changesFile);
  const changes = bytes ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as Change[]) : [];
  const kinds = new Map(ledger.mechanism.pack.registers.map((it) => [it.sheet, it.subject ?? '']));
  const nameOf = ({ sheet, number }: Change): SubjectName => ({ kind: kinds.get(sheet) ?? '', number });
  const sealed = await sealedFrom(database, rights.scope(actorOf({ actor }), 'records:read'), changes.map(nameOf));
  return changes.filter((it) => !sealed.has(subjectKey(nameOf(it))));
}
