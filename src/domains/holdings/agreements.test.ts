import { call } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../kernel/refusal.ts';
import { recordsHandlers } from '../records/handlers.ts';
import { holdingsHandlers } from './handlers.ts';
import { inReporting, type Reporting } from './test-world.ts';

const FIRM = { name: '氯化聚乙烯项目', investor: '江苏恒瑞化工有限公司' };
const ruling = { reason: '洽谈停滞', document: '专题会纪要' };

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'done', (error: Refusal) => error.code);
}

async function heldLead(city: Reporting): Promise<string> {
  await city.decide();
  const id = await city.enter('jingkaiqu', FIRM);
  await city.contact('jingkaiqu', id);
  expect(await city.ask('gaoxinqu', { name: FIRM.investor })).toBe(true);
  return id;
}

async function holder(city: Reporting, unit: string): Promise<string[]> {
  const { holdings } = await call(holdingsHandlers.state, undefined, { context: await city.as(unit) });
  return holdings.map((it) => it.subject.name);
}

/** The project is signed, and certified so. */
async function signed(city: Reporting, id: string, day: string): Promise<Record<string, number>> {
  const { world } = city;
  const { number } = await world.detail(world.as('shangwuju', 'commerce-bureau'), id);
  const { rows } = await world.test.database.query<{ fields: Record<string, string>; credits: { from: string | null; parts: { unit: string; share: string }[] }[] }>("select body -> 'fields' as fields, body -> 'credits' as credits from dossier where subject_id = $1", [id]);
  const first = rows[0]!.credits.find((it) => it.from === null)!.parts;
  await world.enter({ kind: 'project', number, unit: 'jingkaiqu', fields: { ...rows[0]!.fields, agreement: '正式协议' }, milestones: { lead: '2026-06-01', signed: day }, credits: Object.fromEntries(first.map((it) => [it.unit, it.share])), state: 'certify' });
  const of = (unit: string): Promise<number> => world.figure('s3.signed', unit, '2026');
  return { jingkaiqu: await of('jingkaiqu'), gaoxinqu: await of('gaoxinqu'), city: await of('city') };
}

describe('release', () => {
  it('by the commerce bureau alone; the second takes it and has the credit of what follows', () => inReporting(async (city) => {
    const id = await heldLead(city);
    const cases = await call(holdingsHandlers.cases, undefined, { context: await city.as('shangwuju', 'commerce-bureau') });
    expect(cases.holdings.map((it) => [it.subject.name, it.unit.name, it.asked.map((one) => one.unit.name)])).toEqual([['氯化聚乙烯项目', '泰兴经济开发区', ['泰兴高新区']]]);
    await call(holdingsHandlers.release, { id, ...ruling, to: 'gaoxinqu' }, { context: await city.as('shangwuju', 'commerce-bureau') });
    expect([await holder(city, 'jingkaiqu'), await holder(city, 'gaoxinqu')]).toEqual([[], ['氯化聚乙烯项目']]);
    expect([await city.ask('jingkaiqu', { name: FIRM.investor }), await city.ask('gaoxinqu', { name: FIRM.investor })]).toEqual([true, false]);
    expect(await signed(city, id, '2026-06-30')).toEqual({ jingkaiqu: 0, gaoxinqu: 1, city: 1 });
    const { rows } = await city.world.test.database.query<{ act: string; unit: string }>('select act, unit from holding_event order by seq');
    expect(rows.map((it) => `${it.act} ${it.unit}`)).toEqual(['contacted jingkaiqu', 'held jingkaiqu', 'released jingkaiqu', 'transferred gaoxinqu']);
  }));

  it('without a successor leaves it to the next who meets the investor, and old contacts count no more', () => inReporting(async (city) => {
    const id = await heldLead(city);
    await call(holdingsHandlers.release, { id, ...ruling }, { context: await city.as('shangwuju', 'commerce-bureau') });
    const second = await city.enter('gaoxinqu', FIRM);
    expect(await city.ask('huangqiao-kfq', { name: FIRM.investor })).toBe(false);
    await city.contact('gaoxinqu', second);
    expect([await city.ask('jingkaiqu', { name: FIRM.investor }), await holder(city, 'gaoxinqu')]).toEqual([true, ['氯化聚乙烯项目']]);
  }));

  it('never of one\'s own, never twice, never naming a person by number', () => inReporting(async (city) => {
    await city.decide();
    const own = await city.enter('shangwuju', FIRM);
    await city.contact('shangwuju', own);
    await city.ask('gaoxinqu', { name: FIRM.investor });
    const release = async (input: { id: string; to?: string; reason?: string }): Promise<string> => refusal(call(holdingsHandlers.release, { ...ruling, ...input }, { context: await city.as('shangwuju', 'commerce-bureau') }));
    expect(await release({ id: own })).toBe('own-record');
    const id = await city.enter('jingkaiqu', { name: '另一项目', investor: '苏州明月科技有限公司' });
    await city.contact('jingkaiqu', id);
    await city.ask('gaoxinqu', { name: '明月' });
    expect([await release({ id, to: 'shangwuju' }), await release({ id, to: 'jingkaiqu' }), await release({ id, to: 'nowhere' }), await release({ id, reason: '联系 13912345678' })]).toEqual(['own-record', 'same-unit', 'unknown-unit', 'tells-of-human']);
    expect([await release({ id }), await release({ id })]).toEqual(['done', 'not-held']);
  }));
});

describe('explanation', () => {
  it('accepted lets that unit in beside the holder, and nobody else; refused lets nobody in', () => inReporting(async (city) => {
    await heldLead(city);
    const explain = async (unit: string): Promise<void> => {
      const { id } = await call(holdingsHandlers.check, { name: FIRM.investor }, { context: await city.as(unit) });
      await call(holdingsHandlers.explain, { id, reason: '是其在本区的物流项目' }, { context: await city.as(unit) });
      expect(await refusal(call(holdingsHandlers.explain, { id, reason: '再说一次' }, { context: await city.as(unit) }))).toBe('already-explained');
    };
    await explain('gaoxinqu');
    await explain('huangqiao-kfq');
    const context = async () => city.as('shangwuju', 'commerce-bureau');
    const { explanations } = await call(holdingsHandlers.cases, undefined, { context: await context() });
    expect(explanations.map((it) => [it.unit.name, it.against.map((one) => one.subject.name)])).toEqual([['泰兴高新区', ['氯化聚乙烯项目']], ['黄桥经济开发区', ['氯化聚乙烯项目']]]);
    await call(holdingsHandlers.decide, { id: explanations[0]!.id, accept: true, ...ruling }, { context: await context() });
    await call(holdingsHandlers.decide, { id: explanations[1]!.id, accept: false, ...ruling }, { context: await context() });
    expect([await refusal(city.enter('gaoxinqu', FIRM)), await refusal(city.enter('huangqiao-kfq', FIRM))]).toEqual(['done', 'held']);
    expect([await city.ask('gaoxinqu', { name: FIRM.investor }), await city.ask('huangqiao-kfq', { name: FIRM.investor })]).toEqual([false, true]);
  }));

  it('is of one\'s own receipts, and only of what is held', () => inReporting(async (city) => {
    await heldLead(city);
    const { id } = await call(holdingsHandlers.check, { name: '从未听说' }, { context: await city.as('gaoxinqu') });
    expect(await refusal(call(holdingsHandlers.explain, { id, reason: '说明' }, { context: await city.as('gaoxinqu') }))).toBe('not-held');
    expect(await refusal(call(holdingsHandlers.receipt, { id }, { context: await city.as('jingkaiqu') }))).toBe('not-found');
    expect(await call(holdingsHandlers.receipt, { id }, { context: await city.as('gaoxinqu') })).toMatchObject({ unit: '泰兴高新区', post: '招商专员', held: false, asked: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  }));
});

describe('what two units agree', () => {
  it('is offered by the holder, accepted by the other, and divides the credit', () => inReporting(async (city) => {
    const id = await heldLead(city);
    const offer = async (unit: string, input: object): Promise<string> => refusal(call(holdingsHandlers.offer, { id, kind: 'share', to: 'gaoxinqu', percent: 40, from: null, reason: '联合招商协议', ...input }, { context: await city.as(unit) }));
    expect([await offer('gaoxinqu', {}), await offer('jingkaiqu', { percent: 100 }), await offer('jingkaiqu', { kind: 'transfer' }), await offer('jingkaiqu', {}), await offer('jingkaiqu', { to: 'huangqiao-kfq' })]).toEqual(['not-held', 'bad-share', 'bad-share', 'done', 'already-offered']);
    const offers = async (unit: string) => (await call(holdingsHandlers.state, undefined, { context: await city.as(unit) })).offers;
    const [mine] = await offers('gaoxinqu');
    expect([mine?.mine, mine?.percent, (await offers('jingkaiqu'))[0]?.mine, await offers('huangqiao-kfq')]).toEqual([true, 40, false, []]);
    const answer = async (unit: string, accept: boolean): Promise<string> => refusal(call(holdingsHandlers.answer, { id: mine!.id, accept }, { context: await city.as(unit) }));
    expect([await answer('jingkaiqu', true), await answer('huangqiao-kfq', true), await answer('gaoxinqu', true), await answer('gaoxinqu', true)]).toEqual(['forbidden', 'not-found', 'done', 'not-found']);
    expect([await holder(city, 'jingkaiqu'), await refusal(city.enter('gaoxinqu', { ...FIRM, name: '二期' }))]).toEqual([['氯化聚乙烯项目'], 'done']);
    expect(await signed(city, id, '2026-06-30')).toEqual({ jingkaiqu: 0.6, gaoxinqu: 0.4, city: 1 });
    expect(await holder(city, 'jingkaiqu')).toEqual([]);
  }));

  it('a hand-over moves the holding, from a day on also the credit; declined, nothing', () => inReporting(async (city) => {
    const id = await heldLead(city);
    const offer = async (): Promise<string> => {
      await call(holdingsHandlers.offer, { id, kind: 'transfer', to: 'gaoxinqu', percent: 100, from: '2026-06-10', reason: '用地不足' }, { context: await city.as('jingkaiqu') });
      return (await call(holdingsHandlers.state, undefined, { context: await city.as('gaoxinqu') })).offers[0]!.id;
    };
    await call(holdingsHandlers.answer, { id: await offer(), accept: false }, { context: await city.as('gaoxinqu') });
    expect(await holder(city, 'jingkaiqu')).toEqual(['氯化聚乙烯项目']);
    await call(holdingsHandlers.answer, { id: await offer(), accept: true }, { context: await city.as('gaoxinqu') });
    expect([await holder(city, 'jingkaiqu'), await holder(city, 'gaoxinqu')]).toEqual([[], ['氯化聚乙烯项目']]);
    expect(await signed(city, id, '2026-06-30')).toEqual({ jingkaiqu: 0, gaoxinqu: 1, city: 1 });
  }));
});

it('a sealed lead has its code name wherever it is not its own unit that looks', () => inReporting(async (city) => {
  const id = await heldLead(city);
  await call(recordsHandlers.correct, { id, version: await city.world.version(id), fields: { codeName: '银杏一号' }, reason: '保密' }, { context: await city.as('jingkaiqu') });
  await city.world.test.database.query("insert into record_seal (subject_id, reason) values ($1, '在谈')", [id]);
  const { holdings } = await call(holdingsHandlers.cases, undefined, { context: await city.as('shangwuju', 'commerce-bureau') });
  expect([holdings.map((it) => it.subject.name), await holder(city, 'jingkaiqu')]).toEqual([['银杏一号'], ['氯化聚乙烯项目']]);
}));
