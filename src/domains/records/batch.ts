import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { LEDGER_LOCK } from '../../ledger/ledger.ts';
import { record } from '../../ledger/record.ts';
import type { Statement } from '../../ledger/statements.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { refuseTelling } from './discretion.ts';
import type { Objection } from './judgement.ts';
import { readMatrix } from './matrix.ts';
import { openDossier } from './store.ts';
import { ACTS_WITH_REASON, actLabels } from './terms.ts';
import type { BatchInput, BatchPreviewInput, BatchPreviewView, BatchView } from './views.ts';

/** For each of some milestones, whether the actor may do an act on it now, and why not. Nothing is changed. */
export async function previewBatch(context: LedgerContext, { act, items }: BatchPreviewInput): Promise<BatchPreviewView> {
  const found: BatchPreviewView = [];
  for (const [id, milestones] of byRecord(items)) {
    const open = await context.database.withClient((client) => opened(client, context, id));
    for (const milestone of milestones) {
      const objection = 'message' in open ? open : await objectionTo(context.database, context, open, act, [milestone]);
      found.push({ id, milestone, version: 'message' in open ? null : open.version, why: objection?.message ?? null });
    }
  }
  return found;
}

/**
 * One act on milestones of many records, under the rules of each: what may be done is done in one transaction, what may not is
 * told with its reason. The same request again gives the same answer.
 * @throws Refusal 'missing' (a reason), 'nothing-recorded' where nothing may be done
 */
export async function giveVerdicts(context: LedgerContext, input: BatchInput): Promise<BatchView> {
  const { act, items, reason } = input;
  const actor = actorOf(context);
  if (ACTS_WITH_REASON.includes(act) && reason === '') throw new Refusal('missing', `请写明${actLabels[act]}的理由。`);
  return write(context.database, { id: context.request, account: actor.account, body: ['records:batch', input] }, async (tx) => {
    const seen = new Map(items.map((it) => [it.id, it.version]));
    const records = [...byRecord(items)].sort(([a], [b]) => (a < b ? -1 : 1));
    await lockAll(tx, records.map(([id]) => id));
    const statements: (Statement & { verdict: NonNullable<Statement['verdict']> })[] = [];
    const refused: BatchView['refused'] = [];
    for (const [id, milestones] of records) {
      const open = await opened(tx, context, id);
      const objection = 'message' in open ? open : open.version !== seen.get(id) ? STALE : await objectionTo(tx, context, open, act, milestones);
      if (objection || 'message' in open) {
        refused.push({ id, number: 'message' in open ? '' : open.number, why: (objection ?? (open as Objection)).message });
        continue;
      }
      await refuseTelling(tx, context.ledger.mechanism.vocabulary[open.kind]!, [open.fields], [reason, input.document]);
      statements.push({ subject: { id, kind: open.kind, number: open.number }, verdict: { act, milestones, ...(reason !== '' && { reason }), ...(input.document !== '' && { document: input.document }) } });
    }
    if (statements.length === 0) throw new Refusal('nothing-recorded', `选中的都不能${actLabels[act]}：${refused[0]!.why}`, undefined, refused.map((it) => it.why));
    await record(tx, context.ledger, { unit: actor.unit, account: actor.account, request: context.request, today: context.clock.today() }, statements);
    return {
      answer: { done: statements.map(({ subject }) => ({ id: subject.id, number: subject.number })), refused },
      audit: statements.map(({ subject, verdict }) => ({ unit: actor.unit, action: `records:${act}`, objectKind: 'dossier', objectId: subject.id, detail: { version: seen.get(subject.id), milestones: verdict.milestones, by: '批量' } })),
    };
  });
}

const STALE: Objection = { code: 'stale', message: '这条记录刚被他人更新，请刷新后再提交。' };

function byRecord(items: readonly { id: string; milestone: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, milestone } of items) found.set(id, [...new Set([...(found.get(id) ?? []), milestone])]);
  return found;
}

/** Locks in the ledger's own order: the ledger, then the subjects by id. */
async function lockAll(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [LEDGER_LOCK]);
  await tx.query('select from subject where id = any($1::uuid[]) order by id for update', [ids]);
}

/** The record where the actor may judge at all, or why not. */
async function opened(db: Queryable, context: LedgerContext, id: string): Promise<StoredDossier | Objection> {
  const actor = actorOf(context);
  try {
    const dossier = await openDossier(db, context.rights.scope(actor, 'records:read'), id);
    if (!context.rights.can(actor, 'verdicts:give', { units: ownUnits(dossier) })) return { code: 'forbidden', message: '您的岗位只能查看，不能作出认定。' };
    return dossier.milestones[ENTRY] ? dossier : { code: 'withdrawn', message: '这条记录已经撤回，不能再更改。' };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message };
    throw error;
  }
}

async function objectionTo(db: Queryable, context: LedgerContext, dossier: StoredDossier, act: BatchInput['act'], milestones: readonly string[]): Promise<Objection | undefined> {
  const matrix = await readMatrix(db, context, dossier);
  for (const id of milestones) {
    const place = matrix.places.find((it) => it.id === id);
    if (!place) return { code: 'nothing-recorded', message: '这一事项已经不在记录里，请刷新后重新选择。' };
    const objection = matrix.objection(act, place);
    if (objection) return objection;
  }
  return undefined;
}
