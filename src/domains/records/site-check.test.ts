import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { recordsHandlers } from './handlers.ts';
import { makeSiteCheck } from './site-check.ts';
import { inWorld, type World } from './test-world.ts';

const PNG = { name: '现场.png', bytes: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20)]) };
const seen = (dossier: string) => ({ dossier, milestone: 'entry', day: '2026-06-29', findings: '设备已进场', good: true, photos: [PNG] });
const project = (world: World) => world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '项目' } });
const confirm = (world: World, unit: string, person: string, id: string) => call(recordsHandlers.confirmSiteCheck, { id }, { context: world.as(unit, 'office-handler', person) });

it('is evidence once a second person has confirmed it, of the same unit or another', async () => {
  await inWorld(async (world) => {
    const id = await project(world);
    const first = world.as('gongxinju', 'office-handler', '甲');
    const check = await makeSiteCheck(first, seen(id));
    expect((await world.detail(first, id)).evidence.map((it) => it.kind)).toEqual(['现场核查照片']);
    expect((await world.detail(first, id)).siteChecks).toMatchObject([{ confirmed: null, mayConfirm: false }]);
    await expect(confirm(world, 'gongxinju', '甲', check.id)).rejects.toMatchObject({ code: 'same-person' });
    await confirm(world, 'shangwuju', '乙', check.id);
    const { evidence, siteChecks } = await world.detail(first, id);
    expect(evidence.map((it) => [it.kind, it.name])).toEqual([['现场核查照片', '现场.png'], ['现场核查记录', '现场核查记录-2026-06-29.xlsx']]);
    expect(siteChecks).toMatchObject([{ by: { unit: '工信局' }, confirmed: { unit: '商务局' }, mayConfirm: false }]);
    await expect(confirm(world, 'kejiju', '丙', check.id)).rejects.toMatchObject({ code: 'already-confirmed' });
  });
});

it('is made by no unit of its own, and says nothing of persons', async () => {
  await inWorld(async (world) => {
    const id = await project(world);
    await expect(makeSiteCheck(world.as('jingkaiqu', 'park-officer'), seen(id))).rejects.toMatchObject({ code: 'own-record' });
    const { id: check } = await makeSiteCheck(world.as('gongxinju'), seen(id));
    await expect(call(recordsHandlers.confirmSiteCheck, { id: check }, { context: world.as('jingkaiqu', 'park-officer') })).rejects.toMatchObject({ code: 'own-record' });
    await expect(makeSiteCheck(world.as('gongxinju'), { ...seen(id), findings: '联系人 13912345678' })).rejects.toMatchObject({ code: 'tells-of-human' });
    await expect(makeSiteCheck(world.as('gongxinju'), { ...seen(id), day: '2026-07-01' })).rejects.toMatchObject({ code: 'missing' });
  });
});

it('what was found otherwise proves nothing', async () => {
  await inWorld(async (world) => {
    const id = await project(world);
    const { id: check } = await makeSiteCheck(world.as('gongxinju'), { ...seen(id), good: false, photos: [] });
    await confirm(world, 'shangwuju', '乙', check);
    expect((await world.detail(world.as('gongxinju'), id)).evidence.map((it) => it.kind)).toEqual(['现场核查记录（不一致）']);
  });
});
