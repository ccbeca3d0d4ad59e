import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimAuditKeys } from '../../src/base/audit-epoch.ts';
import { sealAll } from '../../src/base/audit-sealer.ts';
import { witnessFile } from '../../src/base/audit-witness.ts';
import { type Database, openDatabase } from '../../src/base/database.ts';
import { write } from '../../src/base/write.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { record } from '../../src/ledger/record.ts';
import { resolveSubjects } from '../../src/ledger/subjects.ts';
import { withLedger } from '../database.ts';

const WRITERS = 4;
/** So that a city does not grow faster than its copies can be looked at. */
const PAUSE_MS = 30;
const TODAY = '2022-02-01';

/** A city with keys and a witness of its own in a data folder, and officers who record and correct projects all the time. */
export class BusyCity {
  readonly url: string;
  readonly dataDir: string;
  readonly owner: Database;
  readonly #database: Database;
  readonly #ledger: Ledger;
  /** The requests that were answered. */
  readonly acknowledged: string[] = [];
  #busy = false;

  constructor(given: { url: string; dataDir: string; owner: Database; database: Database; ledger: Ledger }) {
    this.url = given.url;
    this.dataDir = given.dataDir;
    this.owner = given.owner;
    this.#database = given.database;
    this.#ledger = given.ledger;
  }

  /** Sets everybody to work. @returns lets each finish what is under way, and waits until something is sealed */
  beBusy(): () => Promise<void> {
    this.#busy = true;
    const work = [...Array.from({ length: WRITERS }, () => this.#write()), this.#seal()];
    return async () => {
      this.#busy = false;
      await Promise.all(work);
    };
  }

  /** Waits for so many further answers. */
  async wroteMore(count: number): Promise<void> {
    const wanted = this.acknowledged.length + count;
    while (this.acknowledged.length < wanted) await sleep(5);
  }

  async #write(): Promise<void> {
    for (let number = `XM-${crypto.randomUUID()}`; this.#busy; ) {
      await this.#record(number, '2021-03-05');
      await this.#record(number, '2021-03-06');
      await sleep(PAUSE_MS);
      number = `XM-${crypto.randomUUID()}`;
    }
  }

  /** Records a project, or corrects its day. */
  async #record(number: string, signed: string): Promise<void> {
    const request = crypto.randomUUID();
    await write(this.#database, { id: request, account: null, body: [number, signed] }, async (tx) => {
      const id = [...(await resolveSubjects(tx, [{ kind: 'project', number }])).values()][0]!;
      const author = { unit: 'gaoxinqu', account: null, request, today: TODAY };
      const credits = [{ unit: 'gaoxinqu', share: '1' }];
      await record(tx, this.#ledger, author, [{ subject: { id, kind: 'project', number }, entry: { fields: { type: '人才创业项目', agreement: '正式协议' }, references: {}, credits }, milestones: { signed }, verdict: { act: 'certify', milestones: 'all' } }]);
      return { answer: id, audit: [{ unit: author.unit, action: 'test:record', objectKind: 'dossier', objectId: id }] };
    });
    this.acknowledged.push(request);
  }

  async #seal(): Promise<void> {
    const witness = { folder: join(this.dataDir, 'witness'), own: true };
    while (this.#busy || !existsSync(witnessFile(witness))) {
      await sealAll(this.#database, [witness]);
      await sleep(20);
    }
  }
}

export async function withBusyCity<T>(work: (city: BusyCity) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-busy-'));
  try {
    return await withLedger('taixing', async ({ url, owner, ledger }) => {
      const database = openDatabase(url, 'tandem_app', await claimAuditKeys(owner, join(dataDir, 'keys')));
      return work(new BusyCity({ url, dataDir, owner, database, ledger })).finally(() => database.close());
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
