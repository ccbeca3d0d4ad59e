import type { Context } from '../../base/context.ts';
import type { Database } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import type { Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { standingUnits } from '../../ledger/units.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { type PlannedAccount, planDemoAccounts } from './demo-plan.ts';
import { insertGrant } from './grant-store.ts';
import { loginKey } from './login-key.ts';
import { makeAccount } from './new-account.ts';
import { beginSession, handOver } from './sessions.ts';
import { hasAccounts, holdAccount, listDemoAccounts, lockSetup, takenLogins } from './store.ts';

/**
 * At the start of a demonstration: makes the accounts that it offers, those that are not there yet. They have no password.
 * @throws Refusal 'not-a-demonstration' where the data folder has accounts of people: they would stand open to everybody
 */
export async function makeDemoAccounts(database: Database, pack: Pack, today: Day): Promise<void> {
  const plan = planDemoAccounts(pack, await standingUnits(database, pack, today), today);
  await write(database, { id: crypto.randomUUID(), account: null, body: ['makeDemoAccounts'] }, async (tx) => {
    await lockSetup(tx);
    if (await hasAccounts(tx)) throw new Refusal('not-a-demonstration', '这个数据目录里已有正式账号，不能按演示方式启动。请去掉 --demo，或用 --data 另选一个目录。');
    const taken = await takenLogins(tx, plan.map((it) => loginKey(it.login)));
    const made: string[] = [];
    for (const it of plan) if (!taken.has(loginKey(it.login))) made.push(await makeDemoAccount(tx, it));
    return { answer: { made: made.length }, audit: [{ unit: null, action: 'demo:prepare', objectKind: 'setup', objectId: 'demo', detail: { made } }] };
  });
}

async function makeDemoAccount(tx: Transaction, { role, ...asked }: PlannedAccount): Promise<string> {
  const id = await makeAccount(tx, { ...asked, passwordHash: null, demo: true });
  await insertGrant(tx, id, { role, unit: asked.unit, also: [], document: '示范' }, null);
  return id;
}

/**
 * Looks at the platform through one of a demonstration's accounts.
 * @throws Refusal 'not-found' where the platform runs in any other mode, or has no such account
 */
export async function enterDemo(context: Context, account: string, now?: Date): Promise<void> {
  const { database } = context;
  const found = context.demo ? (await listDemoAccounts(database)).find((it) => it.id === account) : undefined;
  if (!found) throw missing();
  let token: string | undefined;
  await write(database, { id: context.request, account: null, body: ['enterDemo', account] }, async (tx) => {
    if (!(await holdAccount(tx, account))) throw missing();
    token = await beginSession(tx, account, { proved: true, before: context.token, now });
    return { answer: { done: true as const }, audit: [{ unit: found.unit, action: 'demo:enter', objectKind: 'account', objectId: account }] };
  });
  handOver(context, token);
}

function missing(): Refusal {
  return new Refusal('not-found', '没有这个演示账号，或平台不是按演示方式启动的。');
}
