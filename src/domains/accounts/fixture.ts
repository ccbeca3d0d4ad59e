import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { clock } from '../../base/clock.ts';
import { joinRights } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { makeDemoAccounts } from './demo.ts';
import { accountsRights } from './rights.ts';
import { actorOfToken } from './sessions.ts';
import { prepareSetup, setUp } from './setup.ts';

export const TODAY = '2026-03-05';
export const PASSWORD = '银杏树下-听雨七夜与你同行';

/** A browser: it keeps the cookie that it is given, and each of its requests has an id of its own. */
export class Browser {
  readonly test: TestLedger;
  readonly demo: boolean;
  token: string | undefined;

  constructor(test: TestLedger, demo = false) {
    this.test = test;
    this.demo = demo;
  }

  /** The context of its next request, asked for as the http surface does. */
  async context(request: string = crypto.randomUUID(), now?: Date): Promise<LedgerContext> {
    const { database, ledger } = this.test;
    const actor = this.token === undefined ? undefined : await actorOfToken(database, this.token, { demo: this.demo, ...(now && { now }) });
    return {
      database,
      ledger,
      clock: clock(TODAY),
      rights: joinRights([accountsRights]),
      actor,
      demo: this.demo,
      request,
      token: this.token,
      setSession: (token) => (this.token = token ?? undefined),
      wakeWorker: () => undefined,
    };
  }
}

/** A platform of 泰兴 without an account. */
export function withPlatform<T>(work: (test: TestLedger) => Promise<T>): Promise<T> {
  return withLedger('taixing', work);
}

/** A platform whose first account, `admin-zhou` of the talent office, is signed in. */
export function withAdmin<T>(work: (test: TestLedger, admin: Browser) => Promise<T>): Promise<T> {
  return withPlatform(async (test) => {
    const admin = new Browser(test);
    const code = await prepareSetup(test.database);
    await setUp(await admin.context(), { code: code!, login: 'admin-zhou', password: PASSWORD, name: '周知远', unit: 'rencaiban' });
    return work(test, admin);
  });
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
