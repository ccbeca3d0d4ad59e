import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import type { LedgerContext } from '../../ledger/context.ts';
import { readSheets } from '../../office/read-workbook.ts';
import { readListed } from '../records/each-listed.ts';
import { inWorld, type World } from '../records/test-world.ts';
import { exportedFile } from './find-export.ts';
import { at, exported, handlers } from './test-world.ts';
import { AT_ONCE } from './terms.ts';
import { runWaitingExports } from './write-list.ts';

/** More than are written at once. */
async function many(world: World): Promise<void> {
  await world.test.owner.query(
    `with s as (insert into subject (kind, number) select 'talent', 'RC-' || n from generate_series(1, $1::int) n returning id, number)
     insert into dossier (subject_id, kind, number, unit, state, body, seq)
     select id, 'talent', number, 'jingkaiqu', 'declared', '{"fields": {"degree": "博士"}, "milestones": {"entry": {"day": null, "state": "declared", "fact": "x", "unit": "jingkaiqu"}}, "references": {}, "credits": [{"from": null, "parts": [{"unit": "jingkaiqu", "share": "1"}]}]}', 1 from s`,
    [AT_ONCE + 1],
  );
}

const ask = (context: LedgerContext, q?: string) => call(handlers.make, { kind: 'talent', ...(q && { q }) }, { context: { ...context, request: crypto.randomUUID() } });
const states = async (context: LedgerContext): Promise<string[]> => (await call(handlers.list, undefined, { context })).map((it) => `${it.state} ${it.done}/${it.total} ${it.held}`);

it('a long list is written in the background, can be left and come back to, also after a stop', () => inWorld(async (world) => {
  await many(world);
  const park = await at(world, 'jingkaiqu', 'park-officer');
  let woken = 0;
  const { id, state } = await ask({ ...park, wakeWorker: () => void woken++ });
  expect([state, woken, await states(park)]).toEqual(['running', 1, [`running 0/${AT_ONCE + 1} false`]]);
  await expect(exportedFile(park, id)).rejects.toMatchObject({ code: 'not-found' });
  // It breaks off after the first pages; the next round begins anew.
  const broken: typeof readListed = async (reader, query) => {
    const list = await readListed(reader, query);
    return { ...list, rows: () => interrupted(list.rows()) };
  };
  await expect(runWaitingExports(park, broken)).rejects.toThrow('gone');
  expect(await states(park)).toEqual([`running 1000/${AT_ONCE + 1} false`]);
  await runWaitingExports(park, readListed);
  expect(await states(park)).toEqual([`done ${AT_ONCE + 1}/${AT_ONCE + 1} true`]);
  const [sheet] = await readSheets(await exportedFile(park, id));
  expect(sheet!.rows.length).toBe(AT_ONCE + 1 + 4);
  // For 30 days.
  await world.test.owner.query("update file set expires_at = now() - interval '1 minute'");
  expect(await states(park)).toEqual([`done ${AT_ONCE + 1}/${AT_ONCE + 1} false`]);
  await expect(exportedFile(park, id)).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('30 天') });
}));

/** The database goes away after the first rows. */
async function* interrupted<T>(rows: AsyncGenerator<T>): AsyncGenerator<T> {
  yield (await rows.next()).value as T;
  throw Object.assign(new Error('gone'), { syscall: 'read' });
}

it('a list is for who asked for it, in the position in which it was asked for; what was searched for stands nowhere in plain', () => inWorld(async (world) => {
  await many(world);
  const name = await world.person('王小明');
  await world.enter({ kind: 'talent', number: 'RC-A', unit: 'jingkaiqu', fields: { name } });
  const park = await at(world, 'jingkaiqu', 'park-officer');
  const tables = async (): Promise<string> => JSON.stringify((await world.test.owner.query("select x::text as x from export x union all select a::text from audit a union all select r::text from request r")).rows);
  const { id } = await ask(park, '王小明');
  expect((await exportedFile(park, id)).name).toBe('人才台账-2026-06-30.xlsx');
  expect(await tables()).not.toContain('王小明');
  await ask(park, 'RC-');
  expect(await tables()).not.toContain('RC-"');
  await runWaitingExports(park, readListed);
  const { rows } = await world.test.owner.query<{ query: Buffer | null; state: string }>('select query, state from export');
  expect(rows).toEqual([{ query: null, state: 'done' }, { query: null, state: 'done' }]);
  for (const other of [await at(world, 'jingkaiqu', 'park-officer', '另一位'), { ...park, actor: { ...park.actor!, role: 'park-leader' } }, { ...park, actor: { ...park.actor!, unit: 'gaoxinqu' } }]) {
    expect(await states(other)).toEqual([]);
    await expect(exportedFile(other, id)).rejects.toMatchObject({ code: 'not-found' });
  }
}));

it('a list that nothing fits, or of no register, is none; the same request twice is one list', () => inWorld(async (world) => {
  await world.enter({ kind: 'talent', number: 'RC-A', unit: 'jingkaiqu', fields: { name: await world.person('王小明') } });
  const park = await at(world, 'jingkaiqu', 'park-officer');
  await expect(exported(park, { kind: 'talent', q: '李四' })).rejects.toMatchObject({ code: 'nothing-to-export' });
  await expect(exported(park, { kind: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(exported(park, { kind: 'talent', layout: 'taizhou-upload' })).rejects.toMatchObject({ code: 'not-found' });
  const context = { ...park, request: crypto.randomUUID() };
  const first = await call(handlers.make, { kind: 'talent' }, { context });
  expect(await call(handlers.make, { kind: 'talent' }, { context })).toEqual(first);
  expect((await states(park)).length).toBe(1);
}));
