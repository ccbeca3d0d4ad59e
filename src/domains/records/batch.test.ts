import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { recordsHandlers } from './handlers.ts';
import { inWorld } from './test-world.ts';

it('does what may be done and says of the rest why not; the same request again changes nothing more', async () => {
  await inWorld(async (world) => {
    const enter = (number: string, unit: string) => world.enter({ kind: 'activity', number, unit, fields: { name: number } });
    const [good, own, other] = [await enter('HD-1', 'gaoxinqu'), await enter('HD-2', 'kejiju'), await enter('HD-3', 'jingkaiqu')];
    const officer = world.as('kejiju');
    const items = [good, own, other].map((id) => ({ id, milestone: 'entry', version: 1 }));
    const preview = await call(recordsHandlers.previewVerdicts, { act: 'certify', items }, { context: officer });
    expect(preview.map((it) => it.why === null)).toEqual([true, false, true]);
    expect(preview[1]!.why).toContain('不能由本单位认定');
    await world.give(world.as('kejiju', 'office-leader', 'somebody'), other, 'return', { reason: '缺材料' });
    const send = () => call(recordsHandlers.giveVerdicts, { act: 'certify', items }, { context: officer });
    const outcome = await send();
    expect(outcome.done).toEqual([{ id: good, number: 'HD-1' }]);
    expect(outcome.refused.map((it) => [it.number, it.why]).sort()).toEqual([['HD-2', expect.stringContaining('不能由本单位认定')], ['HD-3', expect.stringContaining('刚被他人更新')]]);
    expect(await send()).toEqual(outcome);
    expect(await Promise.all([good, own, other].map((id) => world.version(id)))).toEqual([2, 1, 2]);
  });
});

it('refuses where nothing may be done, and a return without a reason', async () => {
  await inWorld(async (world) => {
    const own = await world.enter({ kind: 'activity', number: 'HD-2', unit: 'kejiju' });
    const items = [{ id: own, milestone: 'entry', version: 1 }];
    await expect(call(recordsHandlers.giveVerdicts, { act: 'certify', items }, { context: world.as('kejiju') })).rejects.toThrow('不能由本单位认定');
    await expect(call(recordsHandlers.giveVerdicts, { act: 'return', items }, { context: world.as('rencaiban') })).rejects.toThrow('请写明退回的理由');
    await expect(call(recordsHandlers.giveVerdicts, { act: 'certify', items }, { context: world.as('gaoxinqu', 'park-officer') })).rejects.toThrow('没有找到这条记录');
  });
});
