import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import { scopeSql } from '../../base/rights.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { accountNames } from './colleagues.ts';
import type { projectsContract } from './contract.ts';

type Mentions = InferContractRouterOutputs<typeof projectsContract>['mentions'];

interface Row {
  readonly id: string;
  readonly dossier: string;
  readonly kind: string;
  readonly number: string;
  readonly by: string;
  readonly unit: string;
  readonly day: string;
  readonly text: string;
  readonly at: Date;
}

/** What the actor was asked to look at and has not seen; a record that it may see no more is left out. */
export async function readMentions(context: LedgerContext): Promise<Mentions> {
  const { database, ledger, rights } = context;
  const { pack, vocabulary } = ledger.mechanism;
  const actor = actorOf(context);
  const values: unknown[] = [actor.account];
  const { rows } = await database.query<Row>(
    `select m.id, d.subject_id as dossier, d.kind, d.number, f.account_id as by, f.unit, f.day, f.text, m.mentioned_at as at
     from mention m join follow_up f on f.id = m.follow_up_id join dossier d on d.subject_id = f.subject_id
     where m.account_id = $1 and m.seen_at is null and not exists (select from follow_up_taken_back b where b.follow_up_id = f.id)
       and ${scopeSql(rights.scope(actor, 'followups:read'), 'd', values)} order by m.id desc limit 200`,
    values,
  );
  const names = await accountNames(database, rows.map((it) => it.by));
  return rows.map((it) => ({
    id: it.id,
    dossier: { id: it.dossier, kindLabel: vocabulary[it.kind]!.label, number: it.number },
    by: names.get(it.by) ?? null,
    unit: { id: it.unit, name: unitName(pack, it.unit) },
    day: it.day,
    text: it.text,
    at: it.at.toISOString(),
  }));
}

/** Notes that the actor has seen what it was asked to look at. @throws Refusal 'not-found' */
export async function seeMention(context: LedgerContext, id: string): Promise<{ done: true }> {
  const actor = actorOf(context);
  return write(context.database, { id: context.request, account: actor.account, body: ['mentions:see', id] }, async (tx) => {
    const { rowCount } = await tx.query('update mention set seen_at = coalesce(seen_at, clock_timestamp()) where id = $1 and account_id = $2', [id, actor.account]);
    if (rowCount === 0) throw new Refusal('not-found', '没有这条提醒，或不是给您的，请刷新页面。');
    return { answer: { done: true }, audit: [{ unit: actor.unit, action: 'mentions:see', objectKind: 'mention', objectId: id }] };
  });
}
