import { audit } from '../../base/audit.ts';
import { actorOf, type Context } from '../../base/context.ts';
import type { Database } from '../../base/database.ts';
import { openText, sealText } from '../../base/sealed-value.ts';
import { transact } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { DRAFT_DAYS } from './terms.ts';

type Body = Record<string, string>;

/** What the actor typed into a form and did not send; null where nothing is kept. */
export async function readDraft(context: Context, key: string): Promise<{ body: Body; savedAt: string } | null> {
  const { account } = actorOf(context);
  const { rows } = await context.database.query<{ body: Uint8Array; at: Date }>('select body, saved_at as at from draft where account_id = $1 and key = $2 and saved_at > clock_timestamp() - make_interval(days => $3)', [account, key, DRAFT_DAYS]);
  if (!rows[0]) return null;
  return { body: JSON.parse(openText(context.database, placeOf(account, key), rows[0].body)) as Body, savedAt: rows[0].at.toISOString() };
}

/** Keeps what the actor has typed so far in the place of what was kept before; nothing typed: it is forgotten. */
export function keepDraft(context: Context, { key, body }: { key: string; body: Body }): Promise<{ done: true }> {
  const { account, unit } = actorOf(context);
  return write(context.database, { id: context.request, account, body: ['drafts:keep', key, body] }, async (tx) => {
    const kept = Object.values(body).some((it) => it !== '');
    if (kept) {
      await tx.query('insert into draft (account_id, key, body) values ($1, $2, $3) on conflict (account_id, key) do update set body = excluded.body, saved_at = clock_timestamp()', [account, key, sealText(tx, placeOf(account, key), JSON.stringify(body))]);
    } else {
      await tx.query('delete from draft where account_id = $1 and key = $2', [account, key]);
    }
    return { answer: { done: true }, audit: [{ unit, action: kept ? 'drafts:keep' : 'drafts:forget', objectKind: 'draft', objectId: key }] };
  });
}

/** Deletes what nobody came back for. @returns how many */
export async function forgetExpiredDrafts(database: Database): Promise<number> {
  return transact(database, async (tx) => {
    const { rowCount } = await tx.query('delete from draft where saved_at < clock_timestamp() - make_interval(days => $1)', [DRAFT_DAYS]);
    const count = rowCount ?? 0;
    if (count > 0) await audit(tx, [{ account: null, unit: null, action: 'drafts:expire', objectKind: 'draft', objectId: 'expired', request: crypto.randomUUID(), detail: { drafts: count } }]);
    return count;
  });
}

function placeOf(account: string, key: string): string {
  return `draft ${account} ${key}`;
}
