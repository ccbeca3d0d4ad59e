import type { Database } from '../../src/base/database.ts';
import { readTasks } from '../../src/domains/board/board.ts';
import { parseWindow } from '../../src/kernel/window.ts';
import { type FigureKey, printedFigures } from '../../src/ledger/figures.ts';
import { readShownFigures } from '../../src/ledger/printed.ts';
import { foldTotals } from '../../src/ledger/totals.ts';
import { type Cities, type City, PARK, recordProjects, TODAY } from './city.ts';
import type { Measured } from './report.ts';
import { inTurn } from './rounds.ts';
import type { Sizes } from './sizes.ts';

const YEAR = 2026;
/** A figure of one park, and the same of the whole city: the fullest cell that there is. */
const FIGURES = { 'a park’s figure': PARK, 'the city’s figure': 'city' };

/** So many postings of each the totals do not have yet, as it is between two folds. */
const LATE = 500;

/** A year's board and one figure, at rising numbers of postings. */
export async function measureFigures(cities: Cities, sizes: Sizes): Promise<Measured[]> {
  const things: Record<string, () => Promise<unknown>> = {};
  for (const count of sizes.postings) {
    const city = await cities.make();
    await fill(city, count);
    const { database, ledger } = city;
    for (const [name, owner] of Object.entries(FIGURES)) {
      const key: FigureKey = { measure: 's3.signed', owner, window: parseWindow(String(YEAR))!, standing: 'certified' };
      things[`${name} ${count}`] = () => readShownFigures(database, ledger.mechanism, [key]);
    }
    things[`board ${count}`] = () => readTasks(database, ledger, YEAR, TODAY);
  }
  const times = await inTurn(sizes.readings, things, 3);
  const [least, most] = [sizes.postings[0]!, sizes.postings.at(-1)!];
  const grown = (name: string, aim: number): Measured => {
    const at = sizes.postings.map((it) => times[`${name} ${it}`]!.median);
    return { what: `${name}, ${count(least)} → ${count(most)} postings`, ours: ms(at.at(-1)!), bare: ms(at[0]!), ratio: at.at(-1)! / at[0]!, aim: { most: aim }, more: at.map((it, index) => `${count(sizes.postings[index]!)}: ${ms(it)}`).join(', ') };
  };
  const board = times[`board ${most}`]!.median;
  return [
    ...Object.keys(FIGURES).map((name) => grown(name, 1.5)),
    grown('board', 30),
    { what: `board of ${count(most)} postings, against 1 ms`, ours: ms(board), bare: '1 ms', ratio: board, aim: { most: 150 } },
  ];
}

/** Postings as a year brings them: over the days, the measures and their owners, the city's as many as all units' together. */
async function fill(city: City, postings: number): Promise<void> {
  const { database, ledger, owner } = city;
  await recordProjects(city, 1);
  const cells: { measure: string; owner: string }[] = [];
  for (const measure of ledger.mechanism.measures.keys()) {
    const owners = [...new Set((await printedFigures(database, ledger.mechanism, measure, YEAR, 'declared')).map((it) => it.owner))];
    const units = owners.filter((it) => it !== 'city');
    cells.push(...units.map((it) => ({ measure, owner: it })));
    if (owners.includes('city')) cells.push(...Array.from({ length: Math.max(1, units.length) }, () => ({ measure, owner: 'city' })));
  }
  const late = Math.min(LATE, postings / 2);
  await post(owner, postings - late, cells);
  await foldTotals(database);
  await post(owner, late, cells);
  await owner.query('vacuum analyze');
}

async function post(owner: Database, postings: number, cells: readonly { measure: string; owner: string }[]): Promise<void> {
  await owner.query(
    `with subjects as (
       insert into subject (kind, number) select 'project', 'P-' || gen_random_uuid() from generate_series(1, $1::int / 4) n returning id
     ), numbered as (select id, row_number() over () as n from subjects),
     cells as (select measure, owner, row_number() over () as n from unnest($2::text[], $3::text[]) as c (measure, owner))
     insert into posting (measure, owner, standing, day, quantity, doubt, clause, subject_id, facts, revision, request)
     select c.measure, c.owner, case when p.n % 2 = 0 then 'declared' else 'certified' end, date '${YEAR}-01-01' + (p.n::bigint * 7919 % 365)::int, 1, 0, 't1', s.id, array[gen_random_uuid()], 1, gen_random_uuid()
     from generate_series(1, $1::int) p (n)
     join cells c on c.n = 1 + p.n / 2 % $4::int
     join numbered s on s.n = 1 + p.n % ($1::int / 4)`,
    [postings, cells.map((it) => it.measure), cells.map((it) => it.owner), cells.length],
  );
}

function count(it: number): string {
  return it.toLocaleString('en');
}

function ms(it: number): string {
  return `${it.toFixed(2)} ms`;
}
