import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { audit } from '../../src/base/audit.ts';
import { sealNext } from '../../src/base/audit-seal.ts';
import { sealAll } from '../../src/base/audit-sealer.ts';
import { verifyAudit } from '../../src/base/audit-verify.ts';
import { type Witness, witnessFile } from '../../src/base/audit-witness.ts';
import { type Database, openDatabase, type Queryable } from '../../src/base/database.ts';
import { transact } from '../../src/base/transaction.ts';
import { write } from '../../src/base/write.ts';
import { auditKeys, type TestDatabase, withDatabase } from '../database.ts';
import { type Dice, TAMPERINGS } from './audit-tamperings.ts';

const COUNT = Number(process.env['TAMPERINGS'] ?? 1000);
/** Sealing waits for every transaction of the server, those of other tests included. */
const PATIENT = { timeout: 180_000 };

/** Mulberry32: neighbouring seeds have nothing to do with each other. */
function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function withWitness<T>(work: (witness: Witness) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-witness-'));
  return work({ folder, own: true }).finally(() => rm(folder, { recursive: true, force: true }));
}

async function act(database: Database, n: number): Promise<void> {
  const row = { unit: n % 7 === 0 ? null : 'a', action: 'test:act', objectKind: 'thing', objectId: String(n), detail: { 名: `第${n}件`, share: 0.5, list: [n, null, { b: 1, a: true }] } };
  const account = n % 3 === 0 ? null : crypto.randomUUID();
  await write(database, { id: crypto.randomUUID(), account, body: [n] }, async () => ({ answer: n, audit: Array.from({ length: 1 + (n % 3) }, () => row) }));
}

/** Seals until nothing is left, also where transactions of other databases on the server are under way. */
async function sealEverything(database: Database, witnesses: readonly Witness[]): Promise<void> {
  const left = async () => (await database.query('select from audit where xid > coalesce((select max(to_xid) from audit_seal), -1) limit 1')).rowCount;
  for (let wait = 5; (await left()) !== 0; wait = Math.min(wait * 2, 250)) {
    await sealAll(database, witnesses);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  await sealAll(database, witnesses);
}

/** Rows from before there were seals, then some dozen seals of a few rows. */
async function populate({ database, owner }: TestDatabase, witness: Witness): Promise<void> {
  await owner.query("insert into audit (xid, action, object_kind, object_id, request) select 0, 'old', 'thing', n, uuidv7() from generate_series(1, 5) n");
  for (let n = 0; n < 60; n++) {
    await act(database, n);
    if (n % 5 === 0) await sealEverything(database, [witness]);
  }
  await sealEverything(database, [witness]);
}

/** What the owner's own transaction sees, as a database to verify. */
function seenInside(sql: Queryable, { auditKeys }: Database): Database {
  const query: Queryable['query'] = (text, values) => sql.query(text.startsWith('begin') ? 'savepoint verifying' : text === 'rollback' ? 'rollback to savepoint verifying' : text, values);
  return { auditKeys, query, withClient: (work) => work({ query }), connections: () => ({ busy: 0, idle: 0, waiting: 0 }), close: async () => undefined };
}

it(`finds each of ${COUNT} random tamperings by the database's owner`, { timeout: 300_000 }, async () => {
  await withWitness((witness) => withDatabase(async (test) => {
    await populate(test, witness);
    // An owner first takes away what stands in the way.
    await test.owner.query('alter table audit drop constraint audit_pkey, drop constraint audit_mac, alter seq drop identity');
    for (const column of ['seq', 'xid', 'at', 'action', 'object_kind', 'object_id', 'request', 'detail']) await test.owner.query(`alter table audit alter ${column} drop not null`);
    const missed: string[] = [];
    const done = new Set<string>();
    for (let seed = 1; seed <= COUNT; seed++) {
      await test.owner.withClient(async (sql) => {
        await sql.query('begin');
        const dice = diceOf(seed);
        const what = await TAMPERINGS[dice(TAMPERINGS.length)]!(sql, dice);
        done.add(what);
        if ((await verifyAudit(seenInside(sql, test.database), [witness])).findings.count === 0) missed.push(`${seed}: ${what}`);
        await sql.query('rollback');
      });
    }
    expect(missed).toEqual([]);
    expect(done.size).toBeGreaterThan(Math.min(60, COUNT / 3));
    expect((await verifyAudit(test.database, [witness])).findings.sentences).toEqual([]);
  }));
});

it('goes on telling of a cut tail after new rows and seals have taken its place', PATIENT, async () => {
  await withWitness((witness) => withDatabase(async (test) => {
    await populate(test, witness);
    const { rows: [seal] } = await test.owner.query<{ to_xid: string; id: string }>('select id, to_xid from audit_seal order by id desc offset 2 limit 1');
    await test.owner.query('delete from request where id in (select request from audit where xid > $1)', [seal!.to_xid]);
    await test.owner.query('delete from audit where xid > $1', [seal!.to_xid]);
    await test.owner.query('delete from audit_seal where id > $1', [seal!.id]);
    for (let n = 0; n < 4; n++) {
      await act(test.database, n);
      await sealEverything(test.database, [witness]);
    }
    const { findings, rows, seals } = await verifyAudit(test.database, [witness], 0);
    expect(findings.sentences).toHaveLength(2);
    expect(findings.sentences.every((it) => it.includes('见证文件'))).toBe(true);
    expect((await test.database.query('select from audit')).rowCount).toBe(rows);
    expect((await test.database.query('select from audit_seal')).rowCount).toBe(seals);
  }));
});

it('tells of a witness that was altered, thinned or taken away, and mends what a crash tore', PATIENT, async () => {
  await withWitness((witness) => withDatabase(async (test) => {
    await populate(test, witness);
    const file = witnessFile(witness);
    const whole = await readFile(file, 'utf8');
    const found = async () => (await verifyAudit(test.database, [witness], 0)).findings.sentences;
    expect(await found()).toEqual([]);
    await writeFile(file, whole.replace('"rows":', '"rows":1'));
    expect((await found())[0]).toContain('第 1 号封存的签名不对');
    await writeFile(file, whole.split('\n').slice(1).join('\n'));
    expect(await found()).toEqual([expect.stringContaining('缺 1 个封存，从第 1 号')]);
    await rm(file);
    expect(await found()).toEqual([expect.stringContaining('个封存，从第 1 号')]);
    await writeFile(file, whole.slice(0, -100));
    await act(test.database, 1);
    await sealEverything(test.database, [witness]);
    expect(await found()).toEqual([]);
    expect(await sealNext(test.database)).toBe(0);
  }));
});

it('finds what is done to rows that have no seal yet, and rows that wait for one too long', PATIENT, async () => {
  await withWitness((witness) => withDatabase(async (test) => {
    await populate(test, witness);
    for (const n of [3, 6, 9]) await act(test.database, n);
    const [edited, removed, kept] = (await test.owner.query<{ seq: string }>('select seq from audit order by seq desc limit 3')).rows.map((it) => it.seq);
    const found = async (patience: number) => (await verifyAudit(test.database, [witness], patience)).findings.sentences;
    expect(await found(900)).toEqual([]);
    // Another database's transaction may hold sealing up, so the rows are made to wait by never sealing them.
    expect((await found(-5)).filter((it) => it.includes('却没有封存'))).toHaveLength(3);
    await test.owner.query("update audit set detail = '{}' where seq = $1", [edited]);
    await test.owner.query('delete from audit where seq = $1', [removed]);
    await test.owner.query('update audit set xid = xid + 1000000 where seq = $1', [kept]);
    expect(await found(900)).toEqual([
      expect.stringContaining(`第 ${edited} 号记录`),
      expect.stringContaining(`第 ${kept} 号记录`),
      expect.stringContaining('已办理，却没有审计记录'),
    ]);
  }));
});

it('seals every row once, however 200 writers come late', PATIENT, async () => {
  await withWitness((witness) => withDatabase(async ({ url, database }) => {
    // Writers take every connection of theirs; sealing has its own.
    const sealer = openDatabase(url, 'tandem_app', auditKeys);
    let writing = true;
    const sealing = (async () => {
      while (writing) {
        await sealAll(sealer, [witness]);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    })().finally(() => sealer.close());
    const dice = diceOf(1);
    const late = Array.from({ length: 200 }, () => dice(40));
    await Promise.all(late.map((ms, n) => write(database, { id: crypto.randomUUID(), account: null, body: [n] }, async (tx) => {
      // The transaction has its number before it waits.
      await tx.query("insert into person (name) values ('甲')");
      await new Promise((resolve) => setTimeout(resolve, ms));
      return { answer: n, audit: [{ unit: null, action: 'test:act', objectKind: 'thing', objectId: String(n) }] };
    })));
    writing = false;
    await sealing;
    await sealEverything(database, [witness]);
    const report = await verifyAudit(database, [witness], 0);
    expect(report.findings.sentences).toEqual([]);
    expect(report).toMatchObject({ rows: 200, unsealed: 0 });
    expect(report.seals).toBeGreaterThan(1);
  }));
});

it('lets no act pass whose audit row is not kept', async () => {
  await withDatabase(async ({ database, owner }) => {
    const acting = () => write(database, { id: crypto.randomUUID(), account: null, body: [] }, async (tx) => {
      await tx.query("insert into person (name) values ('甲')");
      return { answer: 1, audit: [{ unit: null, action: 'test:act', objectKind: 'thing', objectId: '1' }] };
    });
    await acting();
    await owner.query("create function swallow() returns trigger language plpgsql as 'begin return null; end'; create trigger swallow before insert on audit for each row execute function swallow()");
    await expect(acting()).rejects.toThrow('0 were kept');
    await owner.query('drop trigger swallow on audit; revoke insert on audit from tandem_app; revoke insert (at, account_id, unit, action, object_kind, object_id, request, detail, mac) on audit from tandem_app');
    await expect(acting()).rejects.toMatchObject({ code: '42501' });
    await expect(transact(owner, (tx) => audit(tx, []))).rejects.toThrow('without audit keys');
    expect((await database.query('select from person')).rowCount).toBe(1);
    expect((await database.query('select from request')).rowCount).toBe(1);
  });
});
