import { actorOf } from '../../base/context.ts';
import type { Right } from '../../base/rights.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import { record } from '../../ledger/record.ts';
import type { Statement } from '../../ledger/statements.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { refuseTelling } from './discretion.ts';
import { lockSubject, openDossier } from './store.ts';

/** A change to one dossier: by what right, to which version, and what it says. */
export interface Change {
  readonly right: Right;
  /** `records:certify`: how the audit names it. */
  readonly action: string;
  readonly input: { readonly id: string; readonly version: number };
  /** What the audit keeps beside it; nothing that names a person. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * The way of every change to a dossier: locked, in the actor's scope, of the version that the actor saw, then recorded.
 * @param state what to say of the dossier, in the same transaction
 * @throws Refusal 'not-found', 'forbidden', 'stale', 'nothing-changed'
 */
export async function changeDossier(context: LedgerContext, { right, action, input, detail }: Change, state: (tx: Transaction, dossier: StoredDossier) => Promise<Omit<Statement, 'subject'>>): Promise<{ done: true }> {
  const actor = actorOf(context);
  return write(context.database, { id: context.request, account: actor.account, body: [action, input] }, async (tx) => {
    const dossier = await openForChange(tx, context, right, input.id);
    if (dossier.version !== input.version) throw new Refusal('stale', '这条记录刚被他人更新，请刷新后再提交。');
    const { id, kind, number } = dossier;
    const author = { unit: actor.unit, account: actor.account, request: context.request, today: context.clock.today() };
    const statement = await state(tx, dossier);
    await refuseTelling(tx, context.ledger.mechanism.vocabulary[kind]!, [dossier.fields, statement.entry?.fields ?? {}], [statement.reason, statement.verdict?.reason, statement.verdict?.document]);
    const [recorded] = await record(tx, context.ledger, author, [{ subject: { id, kind, number }, ...statement }]);
    if (!recorded!.changed) throw new Refusal('nothing-changed', '提交的内容与现有记录相同，没有需要更改的。');
    return { answer: { done: true }, audit: [{ unit: actor.unit, action, objectKind: 'dossier', objectId: id, detail: { version: input.version, ...detail } }] };
  });
}

/** Locks a dossier that the actor may read and, by a right, change. @throws Refusal 'not-found', 'forbidden', 'withdrawn' */
export async function openForChange(tx: Transaction, context: LedgerContext, right: Right, id: string): Promise<StoredDossier> {
  const actor = actorOf(context);
  const readable = context.rights.scope(actor, 'records:read');
  await lockSubject(tx, id);
  const dossier = await openDossier(tx, readable, id);
  if (!context.rights.can(actor, right, { units: ownUnits(dossier) })) throw new Refusal('forbidden', '这条记录不由本单位申报，也不计入本单位，您只能查看。如需更改，请联系申报单位。');
  if (!dossier.milestones[ENTRY]) throw new Refusal('withdrawn', '这条记录已经撤回，不能再更改。需要时请重新登记。');
  return dossier;
}
