import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { openLedger, ROOT } from '../src/app/platform.ts';
import { readPackFolder } from '../src/app/pack-folder.ts';
import { makeAuditKeys, parseAuditKeys } from '../src/base/audit-keys.ts';
import { type Database, openDatabase } from '../src/base/database.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { alone, databaseUrl, type DatabaseServer } from './database-server.ts';

/** What the tests' audit rows are made with. */
export const auditKeys = parseAuditKeys(makeAuditKeys());

/** A migrated database of one test's own. */
export interface TestDatabase {
  /** The owner's log-in, for code that opens its own connections. */
  readonly url: string;
  /** Under the app's role: for the code under test. */
  readonly database: Database;
  /** As the owner: to set up what the app may not do. */
  readonly owner: Database;
}

/** A test's database with a city's pack in force. */
export interface TestLedger extends TestDatabase {
  readonly ledger: Ledger;
}

/** Gives `work` a fresh clone of the migrated template, and drops it afterwards. */
export async function withDatabase<T>(work: (test: TestDatabase) => Promise<T>): Promise<T> {
  const { url, template } = await (server ??= askForServer());
  const name = `tandem_test_${randomUUID().replaceAll('-', '')}`;
  await alone(url, (sql) => sql(`create database ${name} template ${template}`));
  const own = databaseUrl(url, name);
  const database = openDatabase(own, 'tandem_app', auditKeys);
  const owner = openDatabase(own);
  try {
    return await work({ url: own, database, owner });
  } finally {
    await Promise.all([database.close(), owner.close()]);
    await alone(url, (sql) => sql(`drop database ${name} with (force)`));
  }
}

/** @param city the folder under packs/ */
export async function withLedger<T>(city: string, work: (test: TestLedger) => Promise<T>): Promise<T> {
  const files = await readPackFolder(`${ROOT}packs/${city}`);
  return withDatabase(async (test) => work({ ...test, ledger: await openLedger(test.database, files) }));
}

let server: Promise<DatabaseServer> | undefined;

/** Starts the run's server where no one has asked for it yet. */
async function askForServer(): Promise<DatabaseServer> {
  const { statusCode, body } = await new Promise<{ statusCode: number | undefined; body: string }>((resolve, reject) => {
    get({ socketPath: inject('databaseSocket'), path: '/' }, (response) => {
      text(response).then((body) => resolve({ statusCode: response.statusCode, body }), reject);
    }).on('error', reject);
  });
  if (statusCode !== 200) throw new Error(`the test database did not start: ${body}`);
  return JSON.parse(body) as DatabaseServer;
}
