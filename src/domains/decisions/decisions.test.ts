import { call } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../tests/context.ts';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { clock } from '../../base/clock.ts';
import { joinRights } from '../../base/rights.ts';
import { transact } from '../../base/transaction.ts';
import { parseWindow } from '../../kernel/window.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { readFigures } from '../../ledger/figures.ts';
import { freeze } from '../../ledger/freeze.ts';
import { record } from '../../ledger/record.ts';
import { continueDerivation } from '../../ledger/revision.ts';
import { readShownFigures } from '../../ledger/printed.ts';
import { runWaitingPreviews } from '../../ledger/run-previews.ts';
import { resolveSubjects } from '../../ledger/subjects.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import type { Role } from '../accounts/terms.ts';
import { readTasks } from '../board/board.ts';
import { decisionsHandlers as api } from './handlers.ts';
import { decisionsRights } from './rights.ts';
import type { DetailView } from './views.ts';

const TODAY = '2026-06-30';
const rights = joinRights([decisionsRights, { 'figures:read': { 'park-officer': 'all' }, 'awards:read': { 'talent-office': 'all', 'park-officer': 'own' }, 'records:read-sealed': { 'talent-office': 'all' } }]);
const PEOPLE = { proposer: crypto.randomUUID(), other: crypto.randomUUID(), third: crypto.randomUUID() };

/** A city with two projects, one of 8,000 and one of 12,000 万元, signed in March and May. */
class World {
  readonly test: TestLedger;

  constructor(test: TestLedger) {
    this.test = test;
  }

  as(person: keyof typeof PEOPLE, role: Role = 'talent-office', unit = 'rencaiban'): { context: LedgerContext } {
    return { context: contextOf(this.test, TODAY, rights, { unit, role, account: PEOPLE[person] }) };
  }

  async enter(kind: string, number: string, fields: Record<string, string>, milestones: Record<string, string>): Promise<void> {
    const { database, ledger } = this.test;
    await transact(database, async (tx) => {
      const id = [...(await resolveSubjects(tx, [{ kind, number }])).values()][0]!;
      const entry = { fields, references: {}, credits: [{ unit: 'jingkaiqu', share: '1' }] };
      const verdict = { act: 'certify', milestones: 'all', takenOver: true, document: '期初', reason: '期初' } as const;
      await record(tx, ledger, { unit: 'rencaiban', account: null, request: crypto.randomUUID(), today: TODAY }, [{ subject: { id, kind, number }, unit: 'jingkaiqu', entry, milestones, verdict }]);
    });
  }

  project(number: string, planned: string, day: string): Promise<void> {
    return this.enter('project', number, { planned: `${planned}000000`, agreement: '正式协议', type: '产业项目' }, { signed: day });
  }

  async propose(value: string, from = '2026-01-01', parameter = 'yi.cny'): Promise<string> {
    return (await call(api.propose, { parameter, value, from, document: '会议纪要' }, this.as('proposer'))).id;
  }

  preview(): Promise<void> {
    return runWaitingPreviews({ ...this.test, clock: clock(TODAY) });
  }

  one(id: string, person: keyof typeof PEOPLE = 'other', role: Role = 'talent-office', unit = 'rencaiban'): Promise<DetailView> {
    return call(api.one, { id }, this.as(person, role, unit));
  }

  async approve(id: string, person: keyof typeof PEOPLE = 'other'): Promise<unknown> {
    return call(api.approve, { id, seen: (await this.one(id)).preview?.at ?? '' }, this.as(person));
  }

  async cityFigure(): Promise<string> {
    const [figure] = await readFigures(this.test.database, this.test.ledger.mechanism, [{ measure: 's3.yi', owner: 'city', window: parseWindow('2026')!, standing: 'certified' }]);
    return formatDecimal(figure!.value!);
  }
}

function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  return withLedger('taixing', async (test) => {
    const world = new World(test);
    await world.project('XM-1', '8000', '2026-03-05');
    await world.project('XM-2', '12000', '2026-05-06');
    await work(world);
  });
}

const refused = (code: string) => ({ code });

/** A pack in which a question is answered by a unit. */
function withUnitQuestion({ ledger, ...test }: TestLedger): TestLedger {
  const { mechanism } = ledger;
  const question = { id: 'office', label: '牵头单位', type: 'unit' as const, clause: mechanism.pack.parameters[0]!.clause, question: '由谁牵头', readings: [] };
  return { ...test, ledger: { ...ledger, mechanism: Object.assign(Object.create(mechanism) as typeof mechanism, { pack: { ...mechanism.pack, parameters: [...mechanism.pack.parameters, question] } }) } };
}

describe('a decision', () => {
  it('names a unit that stands: one that was merged away is neither offered nor taken', () => withLedger('taixing', async (test) => {
    const world = new World(withUnitQuestion(test));
    await test.owner.query("insert into unit_merger (unit, merged_into, day, document, request) values ('gensi', 'jichuan', '2026-01-01', '文件', gen_random_uuid()), ('xinjie', 'jichuan', '2026-12-31', '文件', gen_random_uuid())");
    const offered = (await call(api.list, undefined, world.as('proposer'))).find((it) => it.parameter === 'office')!.form.choices!.map((it) => it.id);
    expect([offered.includes('gensi'), offered.includes('xinjie'), offered.includes('jichuan')]).toEqual([false, true, true]);
    await expect(world.propose('根思乡', '2026-01-01', 'office')).rejects.toMatchObject(refused('bad-value'));
    const id = await world.propose('新街镇', '2026-01-01', 'office');
    expect((await world.one(id)).question.form.choices!.map((it) => it.id)).toEqual(offered);
  }));

  it('is proposed, previewed, approved by another, and figures follow', async () => {
    await inWorld(async (world) => {
      expect(await world.cityFigure()).toBe('1');
      const id = await world.propose('0.5亿');
      const waiting = await world.one(id);
      expect([waiting.decision.value, waiting.decision.state, waiting.working.state, waiting.preview]).toEqual(['5,000万元', 'proposed', 'waiting', null]);
      await expect(world.approve(id)).rejects.toMatchObject(refused('no-preview'));
      await world.preview();
      const { preview, acts, instead } = await world.one(id);
      expect(instead).toMatchObject({ value: '10,000万元', decided: false });
      expect(preview!.subjects).toBe(2);
      const city = preview!.measures.find((it) => it.id === 's3.yi')!.figures[0]!;
      expect([city.owner.id, city.window.name, city.certified!.value, city.frozen]).toEqual(['city', '2026', { before: 1, after: 2 }, null]);
      expect(acts.map((it) => [it.act, it.why === null])).toEqual([['approve', true], ['reject', true], ['withdraw', false], ['preview', true]]);
      expect(await world.cityFigure(), 'nothing moved yet').toBe('1');
      await expect(call(api.approve, { id, seen: preview!.at }, world.as('proposer'))).rejects.toMatchObject(refused('same-person'));
      await expect(call(api.approve, { id, seen: '2020-01-01T00:00:00.000Z' }, world.as('other'))).rejects.toMatchObject(refused('stale'));
      await world.approve(id);
      await continueDerivation(world.test.database, world.test.ledger);
      expect(await world.cityFigure()).toBe('2');
      const { rows } = await world.test.database.query("select action, account_id from audit where object_id = $1 order by seq", [id]);
      expect(rows).toEqual([{ action: 'decisions:propose', account_id: PEOPLE.proposer }, { action: 'decisions:approve', account_id: PEOPLE.other }]);
    });
  });

  it('names nobody whose personal data were erased', async () => {
    await inWorld(async (world) => {
      await world.test.owner.query("with p as (insert into person (name) values ('王芳') returning id) insert into account (id, login, login_key, person_id, unit, post) select $1, 'wang', 'wang', id, 'rencaiban', '' from p", [PEOPLE.proposer]);
      const id = await world.propose('0.5亿');
      expect((await world.one(id)).decision.proposedBy).toBe('王芳');
      await world.test.owner.query('update person set erased_at = now()');
      expect((await world.one(id)).decision.proposedBy).toBeNull();
    });
  });

  it('is shown with its preview, which may be large, read once', async () => {
    await inWorld(async (world) => {
      const id = await world.propose('0.5亿');
      await world.preview();
      const asked: string[] = [];
      const { context } = world.as('other');
      const database = { ...context.database, query: (text: string, values?: readonly unknown[]) => (asked.push(text), context.database.query(text, values)) } as typeof context.database;
      expect((await call(api.one, { id }, { context: { ...context, database } })).preview).not.toBeNull();
      expect(asked.filter((it) => /\bpreview\b/.test(it))).toHaveLength(1);
      expect(asked.filter((it) => it.includes('count(*) from fact'))).toHaveLength(1);
    });
  });

  it('that has ended is never changed: only a new one replaces it', async () => {
    await inWorld(async (world) => {
      const id = await world.propose('5000');
      await world.preview();
      await world.approve(id);
      for (const act of ['withdraw', 'preview'] as const) await expect(call(api[act], { id }, world.as('proposer'))).rejects.toMatchObject(refused('not-proposed'));
      await expect(call(api.reject, { id, reason: '不妥' }, world.as('third'))).rejects.toMatchObject(refused('not-proposed'));
      await expect(world.test.database.query("update decision set value = '\"1万元\"' where id = $1", [id])).rejects.toThrow('never changed');
      expect((await world.one(id)).acts).toEqual([]);
      const next = await world.propose('10000');
      await world.preview();
      expect((await world.one(next)).preview!.measures[0]!.figures[0]!.certified!.value).toEqual({ before: 2, after: 1 });
    });
  });

  it('has one effect where two approve and one rejects at once, and where the same request comes twice', async () => {
    await inWorld(async (world) => {
      const id = await world.propose('5000');
      await world.preview();
      const seen = (await world.one(id)).preview!.at;
      const twice = world.as('other');
      const all = await Promise.allSettled([call(api.approve, { id, seen }, twice), call(api.approve, { id, seen }, twice), call(api.approve, { id, seen }, world.as('third')), call(api.reject, { id, reason: '不妥' }, world.as('third'))]);
      const { rows } = await world.test.database.query<{ action: string; account_id: string }>("select action, account_id from audit where object_id = $1 and action <> 'decisions:propose'", [id]);
      expect(rows).toHaveLength(1);
      // The same request twice has the same answer twice.
      expect(all.filter((it) => it.status === 'fulfilled').length).toBe(rows[0]!.account_id === PEOPLE.other ? 2 : 1);
      const { rows: revisions } = await world.test.database.query("select from revision where cause = '口径决定'");
      expect(revisions).toHaveLength(rows[0]!.action === 'decisions:approve' ? 1 : 0);
    });
  });

  it('is withdrawn by its proposer alone, and rejected by another with a reason', async () => {
    await inWorld(async (world) => {
      const [mine, theirs] = [await world.propose('5000'), await world.propose('6000')];
      await expect(call(api.withdraw, { id: mine }, world.as('other'))).rejects.toMatchObject(refused('not-proposer'));
      await call(api.withdraw, { id: mine }, world.as('proposer'));
      await expect(call(api.reject, { id: theirs, reason: '不妥' }, world.as('proposer'))).rejects.toMatchObject(refused('same-person'));
      await expect(call(api.reject, { id: theirs, reason: ' ' }, world.as('other'))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      await call(api.reject, { id: theirs, reason: '文号有误' }, world.as('other'));
      await world.preview();
      const states = await Promise.all([mine, theirs].map(async (id) => (await world.one(id)).decision));
      expect(states.map((it) => [it.state, it.closedReason])).toEqual([['withdrawn', null], ['rejected', '文号有误']]);
      expect(await world.cityFigure()).toBe('1');
    });
  });

  it('is not approved on a preview that another decision has outdated; new records are told by their number', async () => {
    await inWorld(async (world) => {
      const [first, second] = [await world.propose('5000'), await world.propose('7000', '2026-04-01')];
      await world.preview();
      await world.approve(first);
      await continueDerivation(world.test.database, world.test.ledger);
      expect((await world.one(second)).preview!.rulesSince).toBe(true);
      await expect(world.approve(second)).rejects.toMatchObject(refused('no-preview'));
      await call(api.preview, { id: second }, world.as('other'));
      await world.preview();
      await world.project('XM-3', '9000', '2026-06-01');
      const { preview } = await world.one(second);
      expect([preview!.rulesSince, preview!.recordsSince]).toEqual([false, 4]);
      await world.approve(second);
    });
  });

  it('leaves frozen figures as they were printed, and says so before', async () => {
    await inWorld(async (world) => {
      const { database, ledger } = world.test;
      await world.project('XM-0', '8000', '2025-05-06');
      await transact(database, (tx) => freeze(tx, ledger, { unit: 'rencaiban', account: null, request: crypto.randomUUID(), today: TODAY }, parseWindow('2025')!, '纪要'));
      const id = await world.propose('5000', '2025-01-01');
      await world.preview();
      const { figures } = (await world.one(id)).preview!.measures.find((it) => it.id === 's3.yi')!;
      expect(figures.map((it) => [it.window.name, it.certified!.value, it.frozen])).toEqual([['2025', { before: 0, after: 1 }, '2025年'], ['2026', { before: 1, after: 2 }, null]]);
      await world.approve(id);
      await continueDerivation(database, ledger);
      const [shown] = await readShownFigures(database, ledger.mechanism, [{ measure: 's3.yi', owner: 'city', window: parseWindow('2025')!, standing: 'certified' }]);
      expect([shown!.value, shown!.live.value].map((it) => formatDecimal(it!))).toEqual(['0', '1']);
    });
  });

  it('shows single award cases only as far as the person sees them, all of them in sum', async () => {
    await inWorld(async (world) => {
      await world.enter('talent', 'RC-1', { degree: '博士', engagement: '全职', role: '创新', employer: '某企业', plan: '某计划', planLevel: '省级', introducer: crypto.randomUUID() }, { introduced: '2026-01-01', landed: '2026-02-01', selected: '2026-04-01' });
      const id = await world.propose('20', '2026-01-01', 'introducer.max');
      await world.preview();
      const award = (it: DetailView): unknown => it.preview!.awards.map(({ cases, hidden, changed, totals }) => [changed, cases.map((one) => [one.case, one.sides.before!.amount, one.sides.after!.amount]), hidden, totals.after.text]);
      expect(award(await world.one(id))).toEqual([[1, [['RC-1', '1万元至10万元', '1万元至20万元']], 0, '1万元至20万元']]);
      expect(award(await world.one(id, 'third', 'park-officer', 'huangqiao'))).toEqual([[1, [], 1, '1万元至20万元']]);
      expect((await world.one(id, 'third', 'park-officer', 'huangqiao')).acts).toEqual([]);
    });
  });

  it('moves targets where they are what hangs on it', async () => {
    await inWorld(async (world) => {
      const id = await world.propose('40', '2026-01-01', 'ratio.minimum');
      await world.preview();
      const { preview, question } = await world.one(id);
      expect(preview!.targets.map((it) => [it.window.name, it.atLeast])).toEqual([['2026', { before: 0.3, after: 0.4 }]]);
      expect([preview!.measures, preview!.awards]).toEqual([[], []]);
      expect(question.hangs.map((it) => it.kind)).toEqual(['task']);
    });
  });

  it('names the lead of a task that the source leaves open', async () => {
    await inWorld(async (world) => {
      const { database, ledger } = world.test;
      const first = async (): Promise<unknown> => {
        const task = (await readTasks(database, ledger, 2026, TODAY)).find((it) => it.id === 'a1')!;
        return [task.lead.map((it) => it.name), task.leadOpen === null];
      };
      expect(await first()).toEqual([[], false]);
      const id = await world.propose('科技局', '2026-01-01', 'a1.lead');
      await world.preview();
      await world.approve(id);
      expect(await first()).toEqual([['科技局'], true]);
    });
  });

  it('is previewed again from the start where a stop cut it off, and not at all once it has ended', async () => {
    await inWorld(async (world) => {
      const [id, ended] = [await world.propose('5000'), await world.propose('6000')];
      await call(api.withdraw, { id: ended }, world.as('proposer'));
      await runWaitingPreviews({ ...world.test, clock: clock(TODAY) }, () => true);
      expect((await world.one(id)).working.state).toBe('running');
      await world.preview();
      expect([(await world.one(id)).working, (await world.one(ended)).working.state]).toEqual([{ state: 'done', done: 2, total: 2, error: null }, 'waiting']);
    });
  });

  it('says what a value must look like', async () => {
    await inWorld(async (world) => {
      await expect(world.propose('许多')).rejects.toMatchObject({ code: 'bad-value', message: expect.stringContaining('请按万元填数字') });
      await expect(world.propose('1', '2026-02-30')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      await expect(world.propose('1', '2026-02-03', 'no.such')).rejects.toMatchObject(refused('unknown-parameter'));
      expect((await world.test.database.query('select from decision')).rowCount).toBe(0);
    });
  });
});
