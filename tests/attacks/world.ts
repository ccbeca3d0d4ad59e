import type { AddressInfo } from 'node:net';
import { employed, platformOf, serverOf } from '../platform.ts';
import { makeRegisters } from '../registers/make-registers.ts';
import type { Platform } from '../../src/app/platform.ts';
import { transact } from '../../src/base/transaction.ts';
import { beginSession } from '../../src/domains/accounts/sessions.ts';
import { type Role, roles } from '../../src/domains/accounts/terms.ts';
import { importFiles } from '../../src/domains/imports/command.ts';
import { keepEvidence } from '../../src/domains/records/evidence.ts';
import { ENTRY } from '../../src/mechanism/vocabulary.ts';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import { type TestLedger, withLedger } from '../database.ts';
import { type Answer, Sender, type Sent } from './send.ts';

const TODAY = '2022-11-23';

/** Where each role of the attackers works. */
const UNITS: Partial<Record<Role, string>> = { 'park-officer': 'gaoxinqu', 'park-leader': 'gaoxinqu', 'township-officer': 'huangqiao', 'office-handler': 'shangwuju', 'office-leader': 'shangwuju', 'commerce-bureau': 'shangwuju', finance: 'caizhengju' };

/** A served platform with a year of registers, and somebody signed in for each role: accounts of a demonstration, which need no second factor. */
export class Attacked {
  readonly test: TestLedger;
  readonly platform: Platform;
  readonly #sender: Sender;
  readonly #accounts = new Map<Role, string>();
  readonly #tokens = new Map<Role, string>();

  constructor(test: TestLedger, platform: Platform, sender: Sender) {
    this.test = test;
    this.platform = platform;
    this.#sender = sender;
  }

  /** Sends a request as it is, in a role's session or (undefined) without one. */
  async send(role: Role | undefined, sent: Sent): Promise<Answer> {
    const cookie = role === undefined ? undefined : `tandem_session=${this.#tokens.get(role)!}`;
    const answer = await this.#sender.send({ ...sent, headers: { ...(cookie !== undefined && { cookie }), ...sent.headers } });
    // Logged out, or somebody else now: back to who it was.
    if (role !== undefined && answer.headers['set-cookie'] !== undefined) await this.signIn(role);
    return answer;
  }

  /** A JSON request to `/api/v1`. */
  ask(role: Role | undefined, method: string, path: string, body?: unknown): Promise<Answer> {
    return this.send(role, { method, path: `/api/v1${path}`, ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) }) });
  }

  async signIn(role: Role): Promise<void> {
    await transact(this.platform.database, async (tx) => {
      const unit = UNITS[role] ?? 'rencaiban';
      if (!this.#accounts.has(role)) {
        this.#accounts.set(role, await employed(tx, { login: `attacker-${role}`, name: `演练${role}`, unit, role, demo: true }));
      }
      this.#tokens.set(role, await beginSession(tx, this.#accounts.get(role)!, { proved: true }));
    });
  }

  /** Values of one column, as the owner of the tables. */
  async column(sql: string): Promise<string[]> {
    return (await this.test.owner.query<{ value: string }>(sql)).rows.map((it) => it.value);
  }
}

/** Gives `work` a platform on a database of its own, listening on a loopback port. */
export function withAttacked(work: (attacked: Attacked) => Promise<void>): Promise<void> {
  return withLedger('taixing', async (test) => {
    const platform = platformOf(test, TODAY);
    const app = await serverOf(platform, { demo: true });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const sender = new Sender((app.server.address() as AddressInfo).port);
    try {
      const attacked = new Attacked(test, platform, sender);
      await fill(platform);
      for (const role of roles) await attacked.signIn(role);
      await work(attacked);
    } finally {
      sender.close();
      await app.close();
    }
  });
}

/** Small registers, taken over; evidence beside some of their records; accounts that may come to harm. */
async function fill(platform: Platform): Promise<void> {
  const { sheets } = makeRegisters({ seed: 1, year: 2022, projects: 12, talents: 8, activities: 8, investments: 6 });
  const bytes = await writeWorkbook(sheets.map((it) => ({ name: it.name, rows: it.rows.map((row) => row.cells) })));
  await importFiles(platform, [{ name: '台账.xlsx', bytes }], { document: '移交单' });
  const { rows } = await platform.database.query<{ id: string }>('select subject_id as id from dossier order by number limit 5');
  const proof = await writeWorkbook([{ name: '证明', rows: [['证明']] }]);
  await transact(platform.database, async (tx) => {
    for (const role of ['park-officer', 'office-handler', 'finance'] as const) await employed(tx, { login: `victim-${role}`, name: `受害${role}`, unit: 'gaoxinqu', role });
    for (const { id } of rows) await keepEvidence(tx, { unit: 'rencaiban', account: null, request: crypto.randomUUID(), today: TODAY }, { dossier: id, milestone: ENTRY, kind: '证明', name: '证明.xlsx', bytes: proof });
  });
}
