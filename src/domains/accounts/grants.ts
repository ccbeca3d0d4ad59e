import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { namesOf } from '../persons/store.ts';
import { endGrant, type GrantContent, lockAdministrators, insertGrant, isLastAdministrator, listGrants, rightsAt } from './grant-store.ts';
import { findAccount, holdAccount } from './store.ts';
import { type Role, roleLabels } from './terms.ts';
import { checkUnit } from './units.ts';

/**
 * Gives an account a role at a unit, in the place of the one that it held; its sessions end.
 * @throws Refusal 'own-account', 'not-found', 'unknown-unit', 'last-administrator'
 */
export async function grantRole(context: LedgerContext, account: string, content: GrantContent): Promise<void> {
  const { database, ledger, clock } = context;
  const actor = actorOf(context);
  for (const unit of [content.unit, ...content.also]) await checkUnit(database, ledger.mechanism.pack, clock.today(), unit);
  await changeGrant(context, ['grantRole', account, content], account, async (tx) => {
    const before = await endGrant(tx, account, actor.account);
    await insertGrant(tx, account, content, actor.account);
    return { before: before ?? null, role: content.role, unit: content.unit, also: content.also, document: content.document };
  });
}

/** Takes an account's role away; its sessions end. @throws Refusal 'own-account', 'not-found', 'last-administrator' */
export async function takeRole(context: LedgerContext, account: string): Promise<void> {
  await changeGrant(context, ['takeRole', account], account, async (tx) => ({ before: (await endGrant(tx, account, actorOf(context).account)) ?? null, role: null }));
}

/** One who grants at a time; nobody changes their own, and no administration is left without a holder. */
async function changeGrant(context: LedgerContext, body: unknown, account: string, change: (tx: Parameters<typeof insertGrant>[0]) => Promise<{ before: Role | null; role: Role | null }>): Promise<void> {
  const actor = actorOf(context);
  if (account === actor.account) throw new Refusal('own-account', '不能更改自己的授权，请由另一位安全管理员办理。');
  await write(context.database, { id: context.request, account: actor.account, body }, async (tx) => {
    await lockAdministrators(tx);
    const found = await findAccount(tx, account);
    if (!found || !(await holdAccount(tx, account))) throw new Refusal('not-found', '没有这个账号，或它已停用，请刷新页面后重试。');
    const last = await isLastAdministrator(tx, account);
    const detail = await change(tx);
    if (last && detail.before !== detail.role) throw lastAdministrator(detail.before!, '再收回这一位');
    return { answer: { done: true as const }, audit: [{ unit: actor.unit, action: 'grants:change', objectKind: 'account', objectId: account, detail }] };
  });
}

/** @param then what may be done once there is another: '再停用这一位' */
export function lastAdministrator(role: Role, then: string): Refusal {
  return new Refusal('last-administrator', `这是最后一位${roleLabels[role]}，请先授权另一位，${then}。`);
}

/**
 * Grants as people read them: those that stood at the end of a day, or all that ever were; of everybody, or of one account.
 * @returns with each, the rights that its role had on that day (today's where none were kept so early)
 */
export async function readGrants({ database, ledger, rights, demo }: LedgerContext, { on, account }: { on?: Day | undefined; account?: string }) {
  const found = await listGrants(database, { demo, on, account });
  const names = await namesOf(database, found.flatMap((it) => [it.person, it.grantedBy, it.endedBy]).filter((it) => it !== null));
  const named = (person: string | null): string | null => (person === null ? null : (names.get(person) ?? ''));
  const unit = (id: string): { id: string; name: string } => ({ id, name: unitName(ledger.mechanism.pack, id) });
  const rows = (on && (await rightsAt(database, on))) ?? rights.rows();
  return found.map((it) => ({
    id: it.id,
    account: it.account,
    login: it.login,
    name: names.get(it.person) ?? '',
    role: it.role,
    unit: unit(it.unit),
    also: it.also.map(unit),
    document: it.document,
    grantedBy: named(it.grantedBy),
    grantedAt: it.grantedAt.toISOString(),
    endedBy: named(it.endedBy),
    endedAt: it.endedAt?.toISOString() ?? null,
    rights: Object.entries(rows).flatMap(([right, roles]) => (roles[it.role] && roles[it.role] !== 'none' ? [{ right, label: rights.label(right), reach: roles[it.role]! }] : [])),
  }));
}
