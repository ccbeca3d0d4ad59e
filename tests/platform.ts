import type { FastifyInstance } from 'fastify';
import { buildServer } from '../src/app/http/server.ts';
import { type Platform, ROOT } from '../src/app/platform.ts';
import { clock } from '../src/base/clock.ts';
import type { Database } from '../src/base/database.ts';
import type { Transaction } from '../src/base/transaction.ts';
import { insertGrant } from '../src/domains/accounts/grant-store.ts';
import { makeAccount } from '../src/domains/accounts/new-account.ts';
import type { SingleSignOn } from '../src/domains/accounts/single-sign-on.ts';
import type { Role } from '../src/domains/accounts/terms.ts';
import type { Day } from '../src/kernel/day.ts';
import type { Ledger } from '../src/ledger/ledger.ts';

/** A platform on a test's database. @param city the folder under packs/ */
export function platformOf({ database, ledger }: { database: Database; ledger: Ledger }, today: Day, city = 'taixing'): Platform {
  return { database, ledger, clock: clock(today), dataDir: '/nowhere', witnesses: [], packDir: `${ROOT}packs/${city}`, close: async () => undefined };
}

/** Its server, not listening yet. */
export function serverOf(platform: Platform, { demo = false, singleSignOn }: { demo?: boolean; singleSignOn?: SingleSignOn } = {}): Promise<FastifyInstance> {
  return buildServer({ platform, demo, ...(singleSignOn && { singleSignOn }), wakeWorker: () => undefined }, crypto.randomUUID());
}

/** Makes somebody who holds a role (or none) at a unit, past all rights. @returns the account's id */
export async function employed(tx: Transaction, { login, name = login, unit = 'rencaiban', role, demo = false }: { login: string; name?: string; unit?: string; role: Role | undefined; demo?: boolean }): Promise<string> {
  const account = await makeAccount(tx, { login, name, passwordHash: null, unit, post: '', demo });
  if (role) await insertGrant(tx, account, { role, unit, also: [], document: '' }, null);
  return account;
}
