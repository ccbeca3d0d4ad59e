import { actorOf } from '../../base/context.ts';
import { instant } from '../../base/clock.ts';
import type { Database } from '../../base/database.ts';
import type { Actor, Right, Rights } from '../../base/rights.ts';
import { hashToken, newToken } from '../../base/token.ts';
import { write } from '../../base/write.ts';
import { addDays, type Day, dayAt } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { unitName, unitsWithin } from '../../mechanism/units.ts';
import { namesOf } from '../persons/store.ts';
import { INTEGRATION, TOKEN_DAYS, TOKEN_PREFIX } from './terms.ts';
import { findTokenActor, insertToken, integrationAccounts, listTokens, markTokenUsed, type NewToken, revokeRow } from './token-store.ts';

const TOKEN = new RegExp(`^${TOKEN_PREFIX}[\\w-]{43}$`);

/**
 * Makes a token by which another system acts as an account of the role `integration`.
 * @returns its id, and the token itself, shown this once (null where the request was a repetition)
 * @throws Refusal 'not-found' (no such account of that role), 'foreign-right' (not one of the role's), 'bad-expiry'
 */
export async function makeToken(context: LedgerContext, input: NewToken, now = new Date(instant())): Promise<{ id: string; token: string | null }> {
  const { account, unit } = actorOf(context);
  const own = context.rights.held({ role: INTEGRATION });
  if (!input.rights.every((it) => own.includes(it as Right))) throw new Refusal('foreign-right', '其中有系统对接岗位没有的权限，请从列出的权限中选择。');
  const today = dayAt(now);
  const last = addDays(today, TOKEN_DAYS);
  if (input.expiresOn < today || input.expiresOn > last) throw new Refusal('bad-expiry', `有效期最长一年，请选 ${today} 到 ${last} 之间的日期。`);
  let token: string | null = null;
  const answer = await write(context.database, { id: context.request, account, body: ['makeToken', input] }, async (tx) => {
    const accounts = await integrationAccounts(tx, context.demo);
    if (!accounts.some((it) => it.id === input.account)) throw new Refusal('not-found', '没有这个系统对接账号，请先由系统管理员建账号、安全管理员授予“系统对接”岗位。');
    token = `${TOKEN_PREFIX}${newToken()}`;
    const rights = [...new Set(input.rights)].sort();
    const id = await insertToken(tx, { ...input, rights }, hashToken(token), account);
    return { answer: { id }, audit: [{ unit, action: 'tokens:make', objectKind: 'token', objectId: id, detail: { for: input.account, rights, expiresOn: input.expiresOn } }] };
  });
  return { ...answer, token };
}

/** Ends a token: the next request with it is nobody's. @throws Refusal 'not-found' */
export async function revokeToken(context: LedgerContext, id: string): Promise<void> {
  const { account, unit } = actorOf(context);
  await write(context.database, { id: context.request, account, body: ['revokeToken', id] }, async (tx) => {
    const of = await revokeRow(tx, id, account);
    if (of === undefined) throw new Refusal('not-found', '没有这个令牌，或它已经吊销，请刷新页面。');
    return { answer: { done: true as const }, audit: [{ unit, action: 'tokens:revoke', objectKind: 'token', objectId: id, detail: { for: of } }] };
  });
}

/** The tokens there are, and what is needed to make one. */
export async function readTokens({ database, ledger, rights, demo }: LedgerContext) {
  const accounts = await integrationAccounts(database, demo);
  const tokens = await listTokens(database, demo);
  const names = await namesOf(database, [...accounts, ...tokens].map((it) => it.person));
  const label = (id: string): { id: string; label: string } => ({ id, label: rights.label(id) });
  return {
    accounts: accounts.map(({ id, login, person, unit }) => ({ id, login, name: names.get(person) ?? '', unit: { id: unit, name: unitName(ledger.mechanism.pack, unit) } })),
    rights: rights.held({ role: INTEGRATION }).map(label),
    tokens: tokens.map(({ account, login, person, madeAt, revokedAt, ...it }) => ({
      ...it, account: { id: account, login, name: names.get(person) ?? '' }, rights: it.rights.map(label), madeAt: madeAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null,
    })),
  };
}

/**
 * Who asks by a token: found out at each request, so that what was revoked, has expired or lost its role is out at once.
 * @param shown what stands in the header, `Bearer …`
 * @param options.rights all rights of the house
 * @returns the actor, and the rights narrowed to the token's; undefined where the token is not good
 */
export async function actorOfToken(db: Pick<Database, 'query'>, pack: Pack, shown: string, { rights, demo, today, now }: { rights: Rights; demo: boolean; today: Day; now?: Date }): Promise<{ actor: Actor; rights: Rights } | undefined> {
  const [scheme, token = ''] = shown.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !TOKEN.test(token)) return undefined;
  const found = await findTokenActor(db, hashToken(token), demo, now);
  if (!found) return undefined;
  if (!found.used) await markTokenUsed(db, found, now);
  const { account, unit, also, mergers } = found;
  return { actor: { account, unit, units: unitsWithin(pack, [unit, ...also], mergers, today), role: INTEGRATION }, rights: rights.only(found.rights) };
}
