import { call } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { sealText } from '../../base/sealed-value.ts';
import { transact } from '../../base/transaction.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { recordsHandlers } from '../records/handlers.ts';
import { holdingsHandlers } from './handlers.ts';
import { settle, settleAll } from './settle.ts';
import { settingsOf } from './settings.ts';
import { CHECKS } from './terms.ts';
import { inReporting, type Reporting } from './test-world.ts';

const FIRM = { name: '氯化聚乙烯项目', investor: '江苏恒瑞化工有限公司', creditCode: '91320000703738512Q', content: '年产20万吨氯化聚乙烯新材料', controller: '陈建国' };
const HELD = '已有单位在谈，请与商务局联系。';

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'done', (error: Refusal) => error.message);
}

/** 经开区 reports an investor and has met it. */
async function heldLead(city: Reporting): Promise<string> {
  await city.decide();
  const id = await city.enter('jingkaiqu', FIRM);
  await city.contact('jingkaiqu', id);
  expect(await city.ask('jingkaiqu', { name: FIRM.investor })).toBe(false);
  return id;
}

describe('while it is off', () => {
  it('two parks report the same investor, nobody asks, and the page says what is to be decided by whom', () => inReporting(async (city) => {
    const first = await city.enter('jingkaiqu', FIRM);
    await city.contact('jingkaiqu', first);
    await city.enter('gaoxinqu', FIRM);
    expect(await refusal(city.ask('gaoxinqu', { name: FIRM.investor }))).toContain('首报首谈还没有实行');
    const state = await call(holdingsHandlers.state, undefined, { context: await city.as('gaoxinqu') });
    expect([state.on, state.open.map((it) => it.parameter), state.deciders]).toEqual([false, ['first-report.on', 'first-report.minimum', 'first-report.contacts', 'first-report.days'], ['人才办', '商务局']]);
    const { rows } = await city.world.test.database.query('select from holding_key');
    expect(rows).toEqual([]);
  }));

  it('half decided is off, and so is decided against', () => inReporting(async (city) => {
    await city.world.test.owner.query("insert into decision (parameter, value, from_day, document, taken_over, approved_at, seq) values ('first-report.on', 'true', '2026-01-01', '纪要', true, clock_timestamp(), nextval('ledger_seq'))");
    expect(await refusal(city.ask('gaoxinqu', { name: FIRM.investor }))).toContain('还没有实行');
    await city.decide({ 'first-report.on': false });
    expect(await refusal(city.ask('gaoxinqu', { name: FIRM.investor }))).toContain('还没有实行');
  }));
});

describe('who holds', () => {
  it('nobody before a contact that counts, of a lead that is large enough', () => inReporting(async (city) => {
    await city.decide();
    const small = await city.enter('jingkaiqu', { ...FIRM, planned: '2999万元' });
    await city.contact('jingkaiqu', small);
    expect(await city.ask('gaoxinqu', { name: FIRM.investor })).toBe(false);
    const id = await city.enter('huangqiao-kfq', { ...FIRM, planned: '3000万元' });
    await city.contact('huangqiao-kfq', id, '电话');
    await city.contact('huangqiao-kfq', id, null);
    expect(await city.ask('gaoxinqu', { name: FIRM.investor })).toBe(false);
    await city.contact('huangqiao-kfq', id, '来访');
    expect(await city.ask('gaoxinqu', { name: FIRM.investor })).toBe(true);
  }));

  it('the first who met it, not the first who wrote it down', () => inReporting(async (city) => {
    await city.decide();
    const [early, late] = [await city.enter('jingkaiqu', FIRM), await city.enter('gaoxinqu', FIRM)];
    await city.contact('gaoxinqu', late);
    await city.contact('jingkaiqu', early);
    expect([await city.ask('jingkaiqu', { code: FIRM.creditCode }), await city.ask('gaoxinqu', { code: FIRM.creditCode })]).toEqual([true, false]);
  }));

  it('what stood before it was decided counts too', () => inReporting(async (city) => {
    const id = await city.enter('jingkaiqu', FIRM);
    await city.contact('jingkaiqu', id);
    await city.decide();
    const { database, ledger } = city.world.test;
    expect(await settleAll(database, ledger.mechanism, '2026-06-30')).toBe(1);
    expect(await city.ask('gaoxinqu', { name: FIRM.investor })).toBe(true);
  }));

  it('a unit that the lead credits, not the office that keeps the register or looks in', () => inReporting(async (city) => {
    await city.decide();
    const id = await city.world.enter({ kind: 'project', number: 'XM-9', unit: 'shangwuju', fields: { name: FIRM.name, investor: FIRM.investor, planned: '5000000000' }, credits: { gaoxinqu: '1' }, milestones: { lead: '2026-06-01' } });
    await city.contact('shangwuju', id);
    expect(await city.ask('jingkaiqu', { name: FIRM.investor })).toBe(false);
    await city.contact('gaoxinqu', id);
    expect([await city.ask('jingkaiqu', { name: FIRM.investor }), await city.ask('gaoxinqu', { name: FIRM.investor })]).toEqual([true, false]);
  }));

  it('whoever lost it, took it back or signed it holds it no more', () => inReporting(async (city) => {
    const id = await heldLead(city);
    await call(recordsHandlers.progress, { id, version: await city.world.version(id), is: 'lost', cause: '落户外地' }, { context: await city.as('jingkaiqu') });
    expect(await city.ask('gaoxinqu', { name: FIRM.investor })).toBe(false);
  }));
});

describe('who asks', () => {
  it('is told by name, code, or phone however written, and never by a person\'s name alone', () => inReporting(async (city) => {
    const id = await city.enter('jingkaiqu', { ...FIRM, contact: '王经理' });
    await city.decide();
    const { database, ledger } = city.world.test;
    await transact(database, async (tx) => {
      const { rows } = await tx.query<{ id: string }>("select (body #>> '{fields,contact}')::uuid as id from dossier where subject_id = $1", [id]);
      await tx.query('update person set phone = $2 where id = $1', [rows[0]!.id, sealText(tx, `person.phone ${rows[0]!.id}`, '13912345678')]);
    });
    await city.contact('jingkaiqu', id);
    await settleAll(database, ledger.mechanism, '2026-06-30');
    const asked = [{ name: '恒瑞化工（集团）' }, { code: '9132 0000 7037 38512q' }, { phone: '+86 139-1234-5678' }, { controller: '陈建国', content: '氯化聚乙烯新材料项目' }];
    for (const it of asked) expect(await city.ask('gaoxinqu', it), JSON.stringify(it)).toBe(true);
    for (const it of [{ name: '恒瑞医药' }, { controller: '陈建国', content: '动力电池回收利用' }, { phone: '13912345679' }]) expect(await city.ask('gaoxinqu', it), JSON.stringify(it)).toBe(false);
    expect(await refusal(city.ask('gaoxinqu', { controller: '陈建国' }))).toContain('请至少填写');
    expect(await refusal(city.ask('gaoxinqu', { content: '氯化聚乙烯' }))).toContain('请至少填写');
    // What is no longer known of the person is no longer found.
    await city.world.test.owner.query("update person set phone = null where phone is not null");
    expect((await database.query("select from holding_key where kind = 'phone'")).rows).toEqual([]);
    expect(await city.ask('gaoxinqu', { phone: '13912345678' })).toBe(false);
  }));

  it('gets an answer of the same shape after the same statements, whatever it is', () => inReporting(async (city) => {
    await heldLead(city);
    const said: string[][] = [];
    const answers: unknown[] = [];
    for (const name of [FIRM.investor, '从未听说有限公司']) {
      const context = await city.as('gaoxinqu');
      const statements: string[] = [];
      const { database } = context;
      const withClient: typeof database.withClient = (work) => database.withClient((client) => work({ query: (text, values) => (statements.push(text), client.query(text, values)) }));
      answers.push(await call(holdingsHandlers.check, { name }, { context: { ...context, database: { ...database, withClient } } }));
      said.push(statements);
    }
    expect(said[0]!.length).toBeGreaterThan(8);
    expect(said[0]).toEqual(said[1]);
    const id = expect.any(String) as string;
    expect(answers).toEqual([true, false].map((held) => ({ id, number: id, at: id, held })));
    expect(answers.map((it) => JSON.stringify(it).length)).toEqual([expect.any(Number), JSON.stringify(answers[0]).length + 1]);
  }));

  it('may ask so often and no more, and leaves no word of what was asked anywhere', () => inReporting(async (city) => {
    await city.decide();
    await city.ask('gaoxinqu', { name: '神秘客商', phone: '13700001111' });
    const { account } = (await city.as('gaoxinqu')).actor!;
    await city.world.test.owner.query("insert into first_report_check (account_id, unit, post, held, asked) select $1, 'gaoxinqu', '', false, '' from generate_series(2, $2)", [account, CHECKS]);
    expect(await refusal(city.ask('gaoxinqu', { name: '神秘客商' }))).toContain('最多核对');
    expect(await city.ask('gaoxinqu', { name: '神秘客商' }, 'somebody-else')).toBe(false);
    const { owner } = city.world.test;
    const { rows } = await owner.query<{ said: string }>("select (select string_agg(to_jsonb(a)::text, '') from audit a) || (select string_agg(to_jsonb(c)::text, '') from first_report_check c) || (select string_agg(to_jsonb(r)::text, '') from request r) as said");
    expect(rows[0]!.said).toContain('holdings:check');
    expect(rows[0]!.said).not.toMatch(/神秘|1370000/);
  }));
});

describe('entering what another unit holds', () => {
  it('is refused with whom to ask and nothing more, by every way in; its own unit goes on', () => inReporting(async (city) => {
    await heldLead(city);
    expect(await refusal(city.enter('gaoxinqu', { ...FIRM, name: '另一个名字', creditCode: null }))).toBe(HELD);
    const other = await city.enter('gaoxinqu', { name: '无关项目', investor: '苏州明月科技有限公司' });
    const correct = async (id: string, unit: string, fields: Record<string, string>): Promise<unknown> => call(recordsHandlers.correct, { id, version: await city.world.version(id), fields, reason: '核实' }, { context: await city.as(unit) });
    expect(await refusal(correct(other, 'gaoxinqu', { investor: '恒瑞化工集团' }))).toBe(HELD);
    expect(await refusal(correct(other, 'gaoxinqu', { investor: '苏州明月新材料有限公司' }))).toBe('done');
    expect(await refusal(city.enter('jingkaiqu', { ...FIRM, name: '二期' }))).toBe('done');
  }));

  it('who had the record before it was held corrects it freely', () => inReporting(async (city) => {
    await city.decide();
    const [first, second] = [await city.enter('jingkaiqu', FIRM), await city.enter('gaoxinqu', FIRM)];
    await city.contact('jingkaiqu', first);
    expect(await city.ask('gaoxinqu', { name: FIRM.investor })).toBe(true);
    expect(await refusal(call(recordsHandlers.correct, { id: second, version: await city.world.version(second), fields: { content: '改写' }, reason: '核实' }, { context: await city.as('gaoxinqu') }))).toBe('done');
  }));
});

it('a talent who was introduced is guarded by name with a number', () => inReporting(async (city) => {
  await city.decide();
  const { database, ledger } = city.world.test;
  const name = await city.world.person('欧阳明月');
  await database.query('update person set phone = $2 where id = $1', [name, sealText(database, `person.phone ${name}`, '13912345678')]);
  await city.world.enter({ kind: 'talent', number: 'RC-1', unit: 'jingkaiqu', fields: { name, degree: '博士' }, milestones: { introduced: '2026-06-01' } });
  const { settings } = await settingsOf(database, ledger.mechanism, '2026-06-30');
  await transact(database, (tx) => settle(tx, ledger.mechanism, settings!));
  expect([await city.ask('gaoxinqu', { name: '欧阳明月', phone: '139 1234 5678' }), await city.ask('gaoxinqu', { name: '欧阳明月' }), await city.ask('gaoxinqu', { phone: '13912345678' })]).toEqual([true, false, false]);
}));
