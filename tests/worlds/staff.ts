import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../src/base/database.ts';
import { transact } from '../../src/base/transaction.ts';
import { beginSession } from '../../src/domains/accounts/sessions.ts';
import { type Role, roles } from '../../src/domains/accounts/terms.ts';
import { insertToken } from '../../src/domains/integrations/token-store.ts';
import { rights } from '../../src/app/rights.ts';
import { dayAt } from '../../src/kernel/day.ts';
import type { TestLedger } from '../database.ts';
import { employed, platformOf, serverOf } from '../platform.ts';
import { TODAY } from './city.ts';

/** Everybody who may ask: each role, an account without a grant, nobody. */
export const askers = [...roles, 'no-grant', 'nobody'] as const;
export type Asker = (typeof askers)[number];

/** The server of a city, on a database of the test's choosing. */
export function serve({ ledger }: TestLedger, database: Database): Promise<FastifyInstance> {
  return serverOf(platformOf({ database, ledger }, TODAY, 'linshui'));
}

/** An account with a role (or none) at a unit. @returns its id */
export function employ({ database }: TestLedger, login: string, unit: string, role: Role | undefined): Promise<string> {
  return transact(database, (tx) => employed(tx, { login, name: `职员${login}`, unit, role }));
}

/** What each asker shows: a session in which a second factor was shown, a system its token, nobody nothing. */
export async function passes(test: TestLedger, unit: string): Promise<Record<Asker, Record<string, string>>> {
  const all: Partial<Record<Asker, Record<string, string>>> = { nobody: {} };
  for (const asker of askers.filter((it) => it !== 'nobody')) {
    const account = await employ(test, `asks-${asker}`, unit, asker === 'no-grant' ? undefined : asker);
    all[asker] = asker === 'integration' ? await token(test, account) : await session(test, account);
  }
  return all as Record<Asker, Record<string, string>>;
}

/** What an account shows that is signed in. */
export function session({ database }: TestLedger, account: string): Promise<Record<string, string>> {
  return transact(database, async (tx) => ({ cookie: `tandem_session=${await beginSession(tx, account, { proved: true })}` }));
}

async function token({ database }: TestLedger, account: string): Promise<Record<string, string>> {
  const text = `tandem_${'t'.repeat(43)}`;
  const held = rights.held({ role: 'integration' });
  await transact(database, (tx) => insertToken(tx, { account, name: '某系统', rights: held, expiresOn: dayAt(new Date(Date.now() + 30 * 24 * 3600_000)) }, createHash('sha256').update(text).digest(), account));
  return { authorization: `Bearer ${text}` };
}
