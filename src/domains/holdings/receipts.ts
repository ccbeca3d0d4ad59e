import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { receiptNumber } from './check.ts';
import { officeOf } from './settings.ts';
import type { ReceiptView, StateView } from './views.ts';

/** A receipt as it is kept. */
export interface StoredCheck {
  readonly id: string;
  readonly number: string;
  readonly at: Date;
  readonly account: string;
  readonly unit: string;
  readonly post: string;
  readonly held: boolean;
  readonly asked: string;
  readonly matched: readonly string[];
}

const SHOWN = 10;

/** What an account asked last. */
export async function readMyChecks(db: Queryable, account: string): Promise<StateView['checks']> {
  const { rows } = await db.query<StoredCheck & { accepted: boolean | null; explained: boolean }>(
    `select c.id, c.number, c.at, c.held, r.accepted, r.id is not null as explained
     from first_report_check c left join lateral (select q.id, q.accepted from holding_request q where q.check_id = c.id order by q.made_at desc limit 1) r on true
     where c.account_id = $1 order by c.at desc limit ${SHOWN}`,
    [account],
  );
  return rows.map((it) => ({ id: it.id, number: receiptNumber(it.number, it.at), at: it.at.toISOString(), held: it.held, explained: !it.explained ? null : it.accepted === null ? 'waiting' : it.accepted ? 'accepted' : 'refused' }));
}

/** A receipt of the actor's own units; the commerce bureau reads every unit's. @throws Refusal 'not-found' */
export async function openCheck(db: Queryable, context: LedgerContext, id: string): Promise<StoredCheck> {
  const actor = actorOf(context);
  const all = context.rights.can(actor, 'holdings:decide');
  const { rows } = await db.query<StoredCheck>(
    'select id, number, at, account_id as account, unit, post, held, asked, matched from first_report_check where id = $1 and ($2 or unit = any($3::text[]))',
    [id, all, actor.units],
  );
  if (!rows[0]) throw new Refusal('not-found', '没有找到这张回执，或它不是本单位的。');
  return rows[0];
}

/** What is printed: when who asked and what was answered. @throws Refusal 'not-found' */
export async function readReceipt(context: LedgerContext, id: string): Promise<ReceiptView> {
  const it = await openCheck(context.database, context, id);
  const { mechanism } = context.ledger;
  return { id, number: receiptNumber(it.number, it.at), at: it.at.toISOString(), unit: unitName(mechanism.pack, it.unit), post: it.post, held: it.held, office: officeOf(mechanism).name, asked: it.asked };
}
