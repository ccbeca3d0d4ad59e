import { call } from '@orpc/server';
import { describe, expect, it, test } from 'vitest';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsHandlers } from './handlers.ts';
import { readCorrection } from './read-correction.ts';
import { taixing } from './test-pack.ts';
import { inWorld, type World } from './test-world.ts';

const formal = { name: '阳光化工', type: '产业项目', agreement: '正式协议', planned: '43000000000', currency: '人民币' };
type Correction = { fields?: Record<string, string | null>; milestones?: Record<string, string | null> };

async function correct(world: World, context: LedgerContext, id: string, correction: Correction): Promise<unknown> {
  return call(recordsHandlers.correct, { id, version: await world.version(id), reason: '与协议核对', ...correction }, { context });
}

it('correcting what was certified reopens it, shows before and after, and it counts again when certified again', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: formal, milestones: { signed: '2026-02-03' }, state: 'certify' });
  const park = world.as('jingkaiqu', 'park-officer');
  expect(await world.figure('s3.yi', 'city', '2026')).toBe(1);
  await correct(world, park, id, { fields: { planned: '9,999.99万元', investor: ' 江苏阳光 ', chain: '' } });
  const detail = await world.detail(park, id);
  expect([detail.state, detail.milestones.find((it) => it.id === 'signed')!.state]).toEqual(['declared', 'certified']);
  expect(detail.history.at(-1)).toMatchObject({ what: '更正', detail: '投资方：未填 → 江苏阳光；计划总投资：43,000万元 → 9,999.99万元（原“认定”失效，重新申报）', reason: '与协议核对', takenOver: false, origin: null });
  expect([await world.figure('s3.signed', 'city', '2026'), await world.figure('s3.signed', 'city', '2026', 'declared')]).toEqual([0, 1]);
  await world.give(world.as('gongxinju'), id, 'verify');
  await world.give(world.as('shangwuju'), id, 'certify');
  expect([await world.figure('s3.signed', 'city', '2026'), await world.figure('s3.yi', 'city', '2026')]).toEqual([1, 0]);
}));

it('a corrected day reopens that milestone alone; a withdrawn one is gone from the figures', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: formal, milestones: { signed: '2026-02-03', started: '2026-03-03' }, state: 'certify' });
  const park = world.as('jingkaiqu', 'park-officer');
  await correct(world, park, id, { milestones: { signed: '2025-12-31', started: null } });
  const { state, milestones, history } = await world.detail(park, id);
  expect([state, ...milestones.flatMap((it) => (it.state === null ? [] : [[it.id, it.state]]))]).toEqual(['certified', ['signed', 'declared']]);
  expect(history.slice(-2).map((line) => [line.what, line.detail])).toEqual([
    ['更正签约', '2026-02-03 → 2025-12-31（原“认定”失效，重新申报）'],
    ['撤回开工', '原为2026-03-03（原“认定”失效，重新申报）'],
  ]);
  expect([await world.figure('s3.signed', 'city', '2025', 'declared'), await world.figure('s3.started', 'city', '2026', 'declared')]).toEqual([1, 0]);
}));

it('a corrected name is a new person: certified content does not change without a trace', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'jingkaiqu', fields: { name: await world.person('张三丰') }, milestones: { landed: '2026-02-03' }, state: 'certify' });
  const park = world.as('jingkaiqu', 'park-officer');
  await expect(correct(world, park, id, { fields: { name: '张三丰' } })).rejects.toMatchObject({ code: 'nothing-changed' });
  await correct(world, park, id, { fields: { name: '李四光' } });
  const seen = await world.detail(park, id);
  expect([seen.name, seen.state, seen.history.at(-1)!.detail]).toEqual(['李四光', 'declared', '姓名：张三丰 → 李四光（原“认定”失效，重新申报）']);
  expect((await world.detail(world.as('rensheju'), id)).history.at(-1)!.detail).toBe('姓名：张* → 李*（原“认定”失效，重新申报）');
  const { rows } = await world.test.owner.query<{ text: string }>('select content::text || (select string_agg(a.detail::text, \'\') from audit a) as text from fact');
  expect(rows.length).toBeGreaterThan(0);
  for (const { text } of rows) expect(text).not.toMatch(/张三丰|李四光/);
}));

it('is for the record’s own units, says all that is wrong, and changes nothing then', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: formal, milestones: { signed: '2026-02-03' } });
  await expect(correct(world, world.as('shangwuju'), id, { fields: { chain: '化工' } })).rejects.toMatchObject({ code: 'forbidden' });
  const park = world.as('jingkaiqu', 'park-officer');
  await expect(correct(world, park, id, { fields: { planned: '很多', name: ' ', creditCode: '123' }, milestones: { ended: '2026-01-01' } })).rejects.toMatchObject({
    code: 'bad-correction',
    details: ['“项目名称”必须填写，不能清空。', '“统一社会信用代码”的“123”校验不通过，请对照营业执照改正。', '“计划总投资”的“很多”不是金额，请按万元填不小于 0 的数字。', '项目没有“ended”这一事项，请刷新后重新填写。'],
  });
  await expect(correct(world, park, id, { milestones: { signed: '2026-02-03' } })).rejects.toMatchObject({ code: 'nothing-changed' });
  await expect(call(recordsHandlers.correct, { id, version: 0, fields: { chain: '化工' }, reason: '试' }, { context: park })).rejects.toMatchObject({ code: 'stale' });
  expect(await world.version(id)).toBe(1);
}));

describe('words of a correction', () => {
  const { pack, vocabulary } = taixing();
  const read = (kind: string, written: Record<string, string | null>, stored = {}) => readCorrection({ pack, kind: vocabulary[kind]!, stored }, written);

  test.each<[string, string, string | null, unknown]>([
    ['project', 'planned', '4300', '4300000000'],
    ['project', 'planned', '1.2亿', '12000000000'],
    ['project', 'talentLed', '是', true],
    ['project', 'chain', '　化工　', '化工'],
    ['project', 'chain', null, null],
    ['investment', 'amount', '１２０万元', '120000000'],
  ])('%s %s: %s', (kind, field, text, value) => {
    expect(read(kind, { [field]: text })).toEqual({ fields: { [field]: value }, people: {}, problems: [] });
  });

  it('an amount is in the currency that will stand', () => {
    expect(read('project', { planned: '500万美元', currency: '美元' }).fields).toEqual({ currency: '美元', planned: '500000000' });
    expect(read('project', { planned: '500万美元' }).problems).toHaveLength(1);
    expect(read('project', { planned: '500万美元' }, { currency: '美元' }).problems).toEqual([]);
  });
});
