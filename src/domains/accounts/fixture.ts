import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { clock } from '../../base/clock.ts';
import { joinRights } from '../../base/rights.ts';
import { hashToken } from '../../base/token.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { transact } from '../../base/transaction.ts';
import { activate } from './activation.ts';
import { makeDemoAccounts } from './demo.ts';
import { insertGrant } from './grant-store.ts';
import { createAccount } from './manage.ts';
import { accountsRights } from './rights.ts';
import { callerOfToken } from './sessions.ts';
import { prepareSetup, setUp } from './setup.ts';
import type { Role } from './terms.ts';

export const TODAY = '2026-03-05';
export const PASSWORD = '银杏树下-Tingyu-7夜同行';

/** A browser: it keeps the cookie that it is given, and each of its requests has an id of its own. */
export class Browser {
  readonly test: TestLedger;
  readonly demo: boolean;
  token: string | undefined;
  /** The address that it asks from. */
  source = '192.0.2.1';

  constructor(test: TestLedger, demo = false) {
    this.test = test;
    this.demo = demo;
  }

  /** The context of its next request, asked for as the http surface does. */
  async context(request: string = crypto.randomUUID(), now?: Date): Promise<LedgerContext> {
    const { database, ledger } = this.test;
    const found = this.token === undefined ? undefined : await callerOfToken(database, ledger.mechanism.pack, this.token, { demo: this.demo, today: TODAY, ...(now && { now }) });
    return {
      database,
      ledger,
      clock: clock(TODAY),
      rights: joinRights([accountsRights]),
      actor: found?.actor,
      caller: { source: this.source, origin: 'http://localhost:3000', session: found?.session },
      demo: this.demo,
      request,
      token: this.token,
      setSession: (token) => (this.token = token ?? undefined),
      wakeWorker: () => undefined,
    };
  }

  /** As if a second factor had been shown in its session: for tests of other things. */
  async prove(now?: Date): Promise<void> {
    await this.test.database.query('update session set proved_at = coalesce($2::timestamptz, clock_timestamp()) where token_hash = $1', [hashToken(this.token!), now]);
  }
}

/** A platform of 泰兴 without an account. */
export function withPlatform<T>(work: (test: TestLedger) => Promise<T>): Promise<T> {
  return withLedger('taixing', work);
}

/** Of the three administrators that set-up makes, the two that are not at the screen. */
export const OTHERS = { security: { login: 'security-qian', name: '钱守正' }, audit: { login: 'audit-sun', name: '孙明察' } };

/** A platform that was set up: its system administrator `admin-zhou` is signed in. */
export function withAdmin<T>(work: (test: TestLedger, admin: Browser) => Promise<T>): Promise<T> {
  return withPlatform(async (test) => {
    const admin = new Browser(test);
    const code = await prepareSetup(test.database);
    await setUp(await admin.context(), { code: code!, login: 'admin-zhou', password: PASSWORD, name: '周知远', unit: 'rencaiban', ...OTHERS });
    await admin.prove();
    return work(test, admin);
  });
}

/** Makes an account as the administrators do, sets its password and signs it in. @returns its browser */
export async function employ(test: TestLedger, admin: Browser, asked: { login: string; name: string; unit: string; role: Role; demo?: boolean }): Promise<Browser & { account: string }> {
  const { role, demo = false, ...input } = asked;
  const { id, code } = await createAccount(await admin.context(), { ...input, post: '' });
  await transact(test.database, (tx) => insertGrant(tx, id, { role, unit: input.unit, also: [], document: '' }, null));
  const browser = Object.assign(new Browser(test, demo), { account: id });
  await activate(await browser.context(), { login: input.login, code: code!, password: PASSWORD });
  await browser.prove();
  return browser;
}

/** A demonstration with its accounts made. */
export function withDemo<T>(work: (test: TestLedger, browser: Browser) => Promise<T>): Promise<T> {
  return withPlatform(async (test) => {
    await makeDemoAccounts(test.database, test.ledger.mechanism.pack, TODAY);
    return work(test, new Browser(test, true));
  });
}

/** The code of a refusal; throws where it is none. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') return (error as Error & { code: string }).code;
    throw error;
  }
  return 'done';
}

/** Every row of every table of a database, as text. */
export async function everyRow({ owner }: TestLedger): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'");
  const all = new Map<string, string>();
  for (const { name } of rows) all.set(name, (await owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)).rows.map((it) => it.row).join('\n'));
  return all;
}
