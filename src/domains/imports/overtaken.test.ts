import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Database } from '../../base/database.ts';
import { transact } from '../../base/transaction.ts';
import { LEDGER_LOCK } from '../../ledger/ledger.ts';
import { record } from '../../ledger/record.ts';
import { standingEntry } from './entry.ts';
import { inWorld, workbook, type World } from './test-world.ts';

/** The database, where somebody acts when an import is about to ask for the ledger's lock for the n-th time, and gets two seconds to finish. */
function interrupted(database: Database, nth: number, act: () => Promise<unknown>): Database & { acted: Promise<unknown> | undefined } {
  let times = 0;
  const result = {
    ...database,
    acted: undefined as Promise<unknown> | undefined,
    withClient: <T>(work: Parameters<Database['withClient']>[0]) => database.withClient((client) => work({
      query: async (text, values) => {
        if (values?.[0] === LEDGER_LOCK && ++times === nth) {
          result.acted = act();
          await Promise.race([result.acted, sleep(2_000)]);
        }
        return client.query(text, values);
      },
    })) as Promise<T>,
  };
  return result as never;
}

/** Somebody of a unit corrects a project. */
async function correct(world: World, number: string, unit: string, fields: Record<string, string>, credits?: string): Promise<void> {
  const { database, ledger, clock } = world.deps;
  await transact(database, async (tx) => {
    const { id } = (await world.dossier('project', number))!;
    // As every change does: first the lock, then what stands.
    await tx.query('select from subject where id = $1 for update', [id]);
    const entry = standingEntry((await world.dossier('project', number))!);
    await record(tx, ledger, { unit, account: null, request: crypto.randomUUID(), today: clock.today() }, [
      { subject: { id, kind: 'project', number }, entry: { ...entry, fields: { ...entry.fields, ...fields }, ...(credits !== undefined && { credits: [{ unit: credits, share: '1' }] }) } },
    ]);
  });
}

it.each([1, 2, 3])('a correction that comes while an import is carried out is not lost (moment %d)', (nth) => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [{ 投资方: '甲公司', 产业链: '化工' }, {}] }));
  const office = world.as('shangwuju', 'office-handler');
  // No column for the chain: the row leaves it as it stands.
  const file = { name: '项目台账.csv', bytes: Buffer.from('项目编号,项目名称,投资方,责任单位,项目类型,计划总投资,协议类型,签约日期,认定状态\n项1,某项目,乙公司,高新区,产业项目,5000,正式协议,2021-05-20,认定') };
  const { id } = await world.upload(office, file);
  const database = interrupted(world.deps.database, nth, () => correct(world, '项1', 'shangwuju', { chain: '更正的链' }));
  await world.confirm({ ...office, database }, id);
  await expect(database.acted, 'somebody acted').resolves.toBeUndefined();
  const { fields } = (await world.dossier('project', '项1'))!;
  expect([(await world.read(office, id)).state, fields['investor'], fields['chain']]).toEqual(['done', '乙公司', '更正的链']);
}));

it('a record whose credit was taken away while an import was being taken in is not written over', () => inWorld(async (world) => {
  const shared = { 责任单位: '黄桥经济开发区', 协作单位: '高新区 40%' };
  await world.takeOver(await workbook({ 项目台账: [{ ...shared, 投资方: '甲公司' }] }));
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({ 项目台账: [{ ...shared, 投资方: '乙公司' }] }));
  const database = interrupted(world.deps.database, 1, () => correct(world, '项1', 'shangwuju', {}, 'huangqiao-kfq'));
  await world.confirm({ ...park, database }, id);
  await expect(database.acted, 'somebody acted').resolves.toBeUndefined();
  const { fields, credits } = (await world.dossier('project', '项1'))!;
  expect([(await world.read(park, id)).state, fields['investor'], credits]).toEqual(['failed', '甲公司', [{ from: null, parts: [{ unit: 'huangqiao-kfq', share: '1' }] }]]);
}));
