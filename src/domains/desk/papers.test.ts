import { hash } from 'node:crypto';
import { call } from '@orpc/server';
import { parse } from 'csv-parse/sync';
import { expect, it, vi } from 'vitest';
import { leafOf } from '../../base/audit-form.ts';
import { rootBy } from '../../base/audit-path.ts';
import { sealNext } from '../../base/audit-seal.ts';
import { joinRights } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsRights } from '../records/rights.ts';
import { inWorld, type World } from '../records/test-world.ts';
import { deskHandlers } from './handlers.ts';
import { runWaitingPapers } from './make-paper.ts';
import type { AuditProof } from './paper-proof.ts';
import { readPaperFile } from './papers.ts';
import { deskRights } from './rights.ts';
import { unzipped } from './test-unzip.ts';

const rights = joinRights([recordsRights, deskRights]);
const SESSIONS = { measure: 'a9.sessions', owner: 'city', window: '2026', standing: 'certified' } as const;

/** A pack made for somebody, by the path of each file. */
async function packFor(world: World, context: LedgerContext): Promise<Map<string, Buffer>> {
  const { id } = await call(deskHandlers.askPaper, SESSIONS, { context });
  await runWaitingPapers(world.test, rights);
  return unzipped((await readPaperFile({ ...context, request: crypto.randomUUID() }, id)).bytes);
}

const rowsOf = (pack: Map<string, Buffer>, path: string): string[][] => parse(pack.get(path)!, { bom: true }) as string[][];

it('holds the figure, what it is the sum of, the facts, the evidence and the proof; each file by its hash', async () => {
  await inWorld(async (world) => {
    const { database } = world.test;
    const id = await world.enter({ kind: 'activity', number: 'HD-1', unit: 'gaoxinqu', fields: { name: '路演', type: '项目路演' }, milestones: { held: '2026-03-02' } });
    await database.query("insert into file (sha256, name, size, content) values ($1, 'a.pdf', 3, 'abc')", [hash('sha256', 'abc')]);
    await database.query("insert into evidence (subject_id, milestone, sha256, name, kind, unit, request, origin) values ($1, 'held', $2, '../签到.pdf', '签到表', 'gaoxinqu', uuidv7(), '现场取得')", [id, hash('sha256', 'abc')]);
    await world.give(world.as('kejiju'), id, 'certify');
    // A row is sealed once no transaction of the whole server is older.
    await vi.waitFor(async () => {
      await sealNext(database);
      expect((await database.query('select from audit where xid > coalesce((select max(to_xid) from audit_seal), -1)')).rowCount).toBe(0);
    }, { timeout: 100_000, interval: 100 });
    const pack = await packFor(world, { ...world.as('shenjiju', 'audit-observer'), rights });
    expect([...pack.keys()]).toEqual(['0-说明.txt', '1-数.csv', '2-计数.csv', '3-事实.csv', '4-认定.csv', '5-佐证/HD-1/1-__签到.pdf', '5-佐证/清单.csv', '6-规则.txt', '7-口径.csv', '8-审计证明.json', '校验清单.csv']);
    expect(rowsOf(pack, '1-数.csv')[1]!.slice(0, 5)).toEqual([expect.any(String), '泰兴市', '2026年', '认定', '1']);
    expect(rowsOf(pack, '2-计数.csv').slice(1).reduce((sum, it) => sum + Number(it[5]), 0)).toBe(1);
    expect(rowsOf(pack, '4-认定.csv').slice(1).map((it) => [it[2], it[4]])).toEqual([['HD-1', '认定'], ['HD-1', '认定']]);
    const listed = rowsOf(pack, '校验清单.csv').slice(1);
    expect(listed.map((it) => it[0])).toEqual([...pack.keys()].filter((it) => it !== '校验清单.csv'));
    for (const [path, , sha256] of listed) expect(hash('sha256', pack.get(path!)!)).toBe(sha256);
    expect(pack.get('6-规则.txt')!.toString()).toContain(world.test.ledger.packHash);
    const proof = JSON.parse(pack.get('8-审计证明.json')!.toString()) as AuditProof;
    expect(proof.rows.map((it) => it.row.action)).toEqual(['records:certify']);
    for (const { row, seal, path } of proof.rows) expect(rootBy(leafOf(row), path)).toBe(proof.seals.find((it) => it.id === seal)!.root);
  });
});

it('keeps a sealed record to its number, and who made and took a pack stands in the log', async () => {
  await inWorld(async (world) => {
    const { database } = world.test;
    const id = await world.enter({ kind: 'activity', number: 'HD-保密', unit: 'gaoxinqu', fields: { name: '某某', type: '项目路演' }, milestones: { held: '2026-03-02' }, state: 'certify' });
    await database.query("insert into record_seal (subject_id, reason, unit, account, request) values ($1, '商谈中', 'gaoxinqu', uuidv7(), uuidv7())", [id]).catch(async () => database.query("insert into record_seal (subject_id, reason) values ($1, '商谈中')", [id]));
    const pack = await packFor(world, { ...world.as('kaohe', 'assessment-office'), rights });
    expect(Buffer.concat([...pack.values()]).toString()).not.toContain('HD-保密');
    expect(rowsOf(pack, '1-数.csv')[1]!.slice(-2)).toEqual(['1', '1']);
    expect((await database.query("select action from audit where action like 'papers:%' order by seq")).rows.map((it) => it['action'])).toEqual(['papers:ask', 'papers:make', 'papers:take']);
  });
});

it('says nothing of persons, and belongs to whoever asked', async () => {
  await inWorld(async (world) => {
    const platform = await world.enter({ kind: 'platform', number: '研究院', unit: 'gaoxinqu', milestones: { signed: '2026-01-05', opened: '2026-01-05' }, state: 'certify' });
    await world.enter({ kind: 'talent', number: 'RC-1', references: { platform }, unit: 'gaoxinqu', fields: { name: await world.person('欧阳明月'), degree: '博士', engagement: '全职' }, milestones: { landed: '2026-03-02' }, state: 'certify' });
    const context = { ...world.as('shenjiju', 'audit-observer'), rights };
    const { id } = await call(deskHandlers.askPaper, { ...SESSIONS, measure: 'a1.landings', owner: platform }, { context });
    await runWaitingPapers(world.test, rights);
    const pack = unzipped((await readPaperFile(context, id)).bytes);
    const all = Buffer.concat([...(await pack).values()]).toString();
    expect(all).toContain('RC-1');
    expect(all).not.toContain('欧阳');
    await expect(readPaperFile({ ...world.as('leader', 'city-leader'), rights }, id)).rejects.toThrow('没有这份底稿');
  });
});
