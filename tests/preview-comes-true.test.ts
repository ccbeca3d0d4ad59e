import { describe, expect, it } from 'vitest';
import { openLedger, ROOT } from '../src/app/platform.ts';
import { readPackFolder } from '../src/app/pack-folder.ts';
import { clock } from '../src/base/clock.ts';
import { transact } from '../src/base/transaction.ts';
import { importFiles } from '../src/domains/imports/command.ts';
import type { Day } from '../src/kernel/day.ts';
import { formatDecimal } from '../src/kernel/decimal.ts';
import { approveDecision, proposeDecision } from '../src/ledger/decisions.ts';
import { type FigureKey, printedFigures, readFigures } from '../src/ledger/figures.ts';
import type { CaseSide } from '../src/ledger/preview-cases.ts';
import { type Preview, previewDecision } from '../src/ledger/preview.ts';
import { continueDerivation } from '../src/ledger/revision.ts';
import { standings } from '../src/mechanism/dossier.ts';
import type { WrittenValue } from '../src/mechanism/parameters.ts';
import { type TestLedger, withDatabase, withLedger } from './database.ts';
import { makeRandom, type Random } from './registers/make-random.ts';
import { makeRegisters } from './registers/make-registers.ts';
import { writeRegistersXlsx } from './registers/write-registers.ts';
import { secondCityWorkbook } from './second-city-registers.ts';

const PEOPLE = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const;

/** Everything that a decision can move: each figure in each standing with its doubt, and each award case. */
interface State {
  readonly figures: Map<string, string>;
  readonly cases: Map<string, string>;
}

const figureText = (value: string | null, doubt: number): string => `${value ?? '—'} ${doubt}`;
const caseText = (side: CaseSide): string => `${side.outcome} ${side.min ?? '—'} ${side.max ?? '—'}`;

async function stateOf({ database, ledger }: TestLedger, years: readonly number[]): Promise<State> {
  const keys: FigureKey[] = [];
  for (const it of ledger.mechanism.pack.measures) for (const year of years) for (const standing of standings) keys.push(...(await printedFigures(database, ledger.mechanism, it.id, year, standing)));
  const figures = await readFigures(database, ledger.mechanism, keys);
  const { rows } = await database.query<{ award: string; case_key: string; year: number; outcome: CaseSide['outcome']; min: string | null; max: string | null }>(
    'select award, case_key, year, outcome, min_fen as min, max_fen as max from award_case',
  );
  return {
    figures: new Map(keys.map((key, index) => [`${key.measure} ${key.owner} ${key.window.name} ${key.standing}`, figureText(figures[index]!.value === null ? null : formatDecimal(figures[index]!.value), figures[index]!.doubt)])),
    cases: new Map(rows.map((it) => [`${it.award} ${it.case_key} ${it.year}`, caseText(it)])),
  };
}

/** The state that a preview foretells from a state; it must have known that one right. */
function foretold({ figures, cases }: State, preview: Preview): State {
  const after: State = { figures: new Map(figures), cases: new Map(cases) };
  for (const it of preview.figures) {
    for (const [standing, { value, doubt }] of Object.entries(it.standings)) {
      const key = `${it.measure} ${it.owner} ${it.window} ${standing}`;
      if (!figures.has(key)) continue;
      expect(figures.get(key), `before: ${key}`).toBe(figureText(value[0], doubt[0]));
      after.figures.set(key, figureText(value[1], doubt[1]));
    }
  }
  for (const { award, case: name, year, sides } of preview.cases) {
    const key = `${award} ${name} ${year}`;
    expect(cases.get(key), `before: ${key}`).toBe(sides[0] ? caseText(sides[0]) : undefined);
    if (sides[1]) after.cases.set(key, caseText(sides[1]));
    else after.cases.delete(key);
  }
  return after;
}

async function count({ database }: TestLedger): Promise<unknown> {
  const { rows } = await database.query("select (select count(*) from posting) as postings, (select md5(string_agg(c::text, ',' order by c::text)) from award_case c) as cases, (select count(*) from revision) as revisions");
  return rows[0];
}

async function totalOf({ database }: TestLedger, award: string): Promise<unknown> {
  const of = (outcome: string): string => `count(*) filter (where outcome = '${outcome}')::int as "${outcome}"`;
  const sum = (column: string): string => `coalesce(sum(${column}) filter (where outcome = 'yes'), 0)::text`;
  const { rows } = await database.query(`select ${of('yes')}, ${of('unknown')}, ${of('no')}, ${sum('min_fen')} as min, ${sum('max_fen')} as max from award_case where award = $1`, [award]);
  return rows[0];
}

/** Proposes, previews, approves and derives. @returns how many figures and cases the preview said would change */
async function decide(test: TestLedger, today: Day, years: readonly number[], parameter: string, value: WrittenValue, from: Day): Promise<number> {
  const { database, ledger } = test;
  const before = await stateOf(test, years);
  const held = await count(test);
  const id = await transact(database, (tx) => proposeDecision(tx, ledger, PEOPLE[0], { parameter, value, from }, '会议纪要'));
  const preview = await previewDecision(database, ledger, { parameter, value, from, document: '会议纪要' }, today);
  expect(await count(test), 'a preview writes nothing').toEqual(held);
  const expected = foretold(before, preview);
  await transact(database, (tx) => approveDecision(tx, ledger, PEOPLE[1], id));
  await continueDerivation(database, ledger);
  const after = await stateOf(test, years);
  const name = `${parameter} = ${String(value)} from ${from}`;
  expect([...after.figures].filter(([key, text]) => expected.figures.get(key) !== text), name).toEqual([]);
  expect([...after.cases].sort(), name).toEqual([...expected.cases].sort());
  for (const [award, { totals }] of Object.entries(preview.awards)) expect(await totalOf(test, award), `${name}: ${award}`).toEqual(totals[1]);
  return preview.figures.length + preview.cases.length;
}

/** Only the events of the quotient hang on a parameter; the state stands on in years that have no posting of it. */
const MORE_MEASURES = `
  - id: x.quotient
    label: 每次调度会对应的推介会
    unit: 场
    clauses: [c3]
    ratio: { of: c3.events, over: c6.meetings, places: 4 }
    figures: [{ of: city, per: half }]
  - id: x.standing
    label: 已签约未投产的项目
    unit: 个
    clauses: [c1]
    state: { subject: project, opens: signed, closes: inProduction, where: { use: large-enough } }
    owners: [{ city: true }]
    figures: [{ of: city, per: half }]
`;

/** Random decisions on the parameters that taixing's rules read. */
function taixingDecision(random: Random, year: number): [string, WrittenValue, Day] {
  const from = `${year}-${String(random.integer(1, 6)).padStart(2, '0')}-${String(random.integer(1, 28)).padStart(2, '0')}`;
  const some = (words: readonly string[]): string[] => random.shuffled(words).slice(0, random.integer(1, words.length));
  const choices: (() => [string, WrittenValue])[] = [
    () => ['yi.cny', `${random.integer(1, 30) * 1_000}万元`],
    () => ['yi.usd', `${random.integer(1, 30) * 100}万美元`],
    () => ['paid-in.threshold', `${random.integer(1, 20) * 100}万元`],
    () => ['plan.levels', some(['国家级', '省级', '泰州市级', '泰兴市级'])],
    () => ['session.types', some(['项目路演', '人才资本对接', '产学研对接', '招商推介', '专题培训'])],
    () => ['investment-led.rate', `${random.integer(1, 20)}‰`],
    () => ['investment-led.cap', `${random.integer(1, 300)}万元`],
    () => ['introducer.max', `${random.integer(2, 20)}万元`],
    () => ['grant.min', `${random.integer(10, 60)}万元`],
    () => ['ratio.minimum', `${random.integer(10, 60)}%`],
  ];
  return [...random.pick(choices)(), from];
}

describe('a preview comes true', () => {
  it.each([{ seed: 71, year: 2023 }, { seed: 72, year: 2024 }, { seed: 73, year: 2025 }])('taixing, registers and decisions of seed $seed', { timeout: 120_000 }, async ({ seed, year }) => {
    const random = makeRandom(seed);
    const today = `${year + 1}-02-01`;
    const { sheets } = makeRegisters({ seed, year, projects: 90 });
    const files = [{ name: '台账.xlsx', bytes: await writeRegistersXlsx(sheets) }];
    await withLedger('taixing', async (test) => {
      await importFiles({ ...test, clock: clock(today) }, files, { document: '期初建账' });
      let moved = 0;
      for (let turn = 0; turn < 8; turn++) {
        const [parameter, value, from] = taixingDecision(random, year);
        moved += (await decide(test, today, [year - 1, year, year + 1], parameter, value, from)) > 0 ? 1 : 0;
      }
      expect(moved, 'decisions that move anything').toBeGreaterThan(2);
    });
  });

  it('linshui, with a quotient of which one half moves, and a standing state', { timeout: 60_000 }, async () => {
    const files = await readPackFolder(`${ROOT}packs/linshui`);
    const pack = files.map((it) => (it.path === 'measures.yaml' ? { ...it, text: it.text + MORE_MEASURES } : it));
    const bytes = await secondCityWorkbook();
    await withDatabase(async (database) => {
      const test: TestLedger = { ...database, ledger: await openLedger(database.database, pack) };
      await importFiles({ ...test, clock: clock('2026-01-10') }, [{ name: '临水台账.xlsx', bytes }], { document: '期初建账' });
      const moved: number[] = [];
      for (const [parameter, value, from] of [
        ['project.size', '100万元', '2025-01-01'], ['project.size', '6000万元', '2025-03-01'], ['talent.levels', ['D类'], '2025-01-01'],
        ['event.firms', '5', '2025-01-01'], ['startup.cap', '20万元', '2025-01-01'], ['fulltime.minimum', '70%', '2025-01-01'], ['c4.lead', 'yunxiu', '2025-01-01'],
      ] as const) moved.push(await decide(test, '2026-01-10', [2024, 2025, 2026], parameter, value, from));
      expect(moved.map((it) => it > 0)).toEqual([true, true, true, true, true, false, false]);
    });
  });
});
