import { expect } from 'vitest';
import type { Queryable } from '../../src/base/database.ts';
import { readAdjustments } from '../../src/ledger/adjustments.ts';
import { type FigureKey, printedFigures } from '../../src/ledger/figures.ts';
import { frozenFigures, listFreezes } from '../../src/ledger/freeze.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { readShownFigures } from '../../src/ledger/printed.ts';
import { selfAudit } from '../../src/ledger/self-audit.ts';
import type { Figure } from '../../src/mechanism/figure.ts';
import { adjustmentsOf, type Chronicle, figuresOf, type Frozen, grantsOf, linesOf, rulesIn, shownOf } from './model/chronicle.ts';
import { keyText, type Value } from './model/figures.ts';
import { nameOf } from './model/acts.ts';
import { inWords, retell, trusts } from './model/records.ts';
import { readDossiers, readGrants, readPostings } from './read-back.ts';
import type { World } from './world.ts';

const YEARS = ['2021', '2022'];

/** Everything that the platform holds and shows must be what the model computes from the beginning. */
export async function compare(world: World, chronicle: Chronicle, frozen: readonly Frozen[]): Promise<void> {
  const { database, ledger } = world;
  const names = await subjectNames(database);
  expect(await readDossiers(database, names)).toEqual(inWords(retell(chronicle.acts)));
  for (const trust of trusts) {
    expect(await readPostings(database, names, trust), `what counts as ${trust}`).toEqual(sumsOf(linesOf(chronicle, trust)));
    for (const year of YEARS) {
      const keys = await keysOf(database, ledger, year, trust);
      const text = keys.map((it) => keyText({ measure: it.measure, owner: names.get(it.owner) ?? it.owner, period: it.window }));
      const figures = await readShownFigures(database, ledger.mechanism, keys);
      expect(byText(text, figures.map((it) => it.live)), `figures of ${year}, ${trust}`).toEqual(figuresOf(chronicle, trust, year));
      expect(byText(text, figures), `shown figures of ${year}, ${trust}`).toEqual(shownOf(chronicle, frozen, trust, year));
    }
  }
  expect(await readGrants(database, names)).toEqual(grantsOf(chronicle).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)));
  await compareFreezes(world, chronicle, frozen, names);
  await expectSharesToAddUp(database, chronicle);
  expect(await selfAudit(database, ledger)).toEqual([]);
}

function sortKey(it: { award: string; case: string; year: number }): string {
  return `${it.award} ${it.case} ${it.year}`;
}

async function compareFreezes({ database }: World, chronicle: Chronicle, frozen: readonly Frozen[], names: ReadonlyMap<string, string>): Promise<void> {
  const freezes = await listFreezes(database);
  expect(freezes.map((it) => it.window)).toEqual(frozen.map((it) => it.window.name));
  for (const [index, { id, window }] of freezes.entries()) {
    const printed = await frozenFigures(database, id);
    for (const trust of trusts) {
      const mine = [...printed].map(([name, value]) => [name.split(' '), value] as const).filter(([[, , standing]]) => standing === trust);
      const text = mine.map(([[measure, owner, , period]]) => `${measure} ${names.get(owner!) ?? owner} ${period}`);
      expect(byText(text, mine.map(([, value]) => value)), `frozen ${window}, ${trust}`).toEqual(frozen[index]!.figures[trust]);
    }
  }
  for (const trust of trusts) {
    const found = (await Promise.all(YEARS.map((year) => readAdjustments(database, freezes, trust, Number(year))))).flat();
    const text = found.map((it) => [`${it.window} ${it.measure} ${names.get(it.owner) ?? it.owner}`, { millionths: millionths(it.quantity), subjects: it.subjects }] as const);
    expect(new Map(text), `adjustments, ${trust}`).toEqual(adjustmentsOf(chronicle, frozen, trust));
  }
}

/** What units share adds up to the city's, on every day. */
async function expectSharesToAddUp(database: Queryable, chronicle: Chronicle): Promise<void> {
  const shared = ['signed', 'traced', 'union', 'led', 'large', 'funded', 'met'].filter((it) => it !== 'signed' || !rulesIn(chronicle).signedInFull);
  const { rows } = await database.query(
    `select measure, standing, day from posting where measure = any($1) group by measure, standing, day
     having sum(quantity) filter (where owner = 'city') is distinct from sum(quantity) filter (where owner <> 'city')`,
    [shared],
  );
  expect(rows, 'shares add up').toEqual([]);
}

async function keysOf(database: Queryable, { mechanism }: Ledger, year: string, trust: 'declared' | 'certified'): Promise<FigureKey[]> {
  const keys: FigureKey[] = [];
  for (const { id } of mechanism.pack.measures) keys.push(...(await printedFigures(database, mechanism, id, Number(year), trust)));
  return keys;
}

async function subjectNames(database: Queryable): Promise<Map<string, string>> {
  const { rows } = await database.query<{ id: string; kind: string; number: string }>('select id, kind, number from subject');
  return new Map(rows.map((it) => [it.id, nameOf(it)]));
}

function byText(text: readonly string[], figures: readonly Figure[]): Map<string, Value> {
  return new Map(figures.map((it, index) => [text[index]!, { value: it.value === null ? null : millionths(it.value), doubt: it.doubt, ...(it.of && { of: [millionths(it.of.numerator), millionths(it.of.denominator)] as const }) }]));
}

/** The ledger's decimals count in 10^-8; nothing in a history is finer than a millionth. */
function millionths(decimal: bigint): number {
  expect(decimal % 100n).toBe(0n);
  return Number(decimal / 100n);
}

function sumsOf(lines: ReturnType<typeof linesOf>): Map<string, string> {
  const sums = new Map<string, { millionths: number; doubt: number }>();
  for (const it of lines) {
    const key = `${it.subject} ${it.measure} ${it.owner} ${it.day}`;
    const held = sums.get(key);
    sums.set(key, { millionths: (held?.millionths ?? 0) + it.millionths, doubt: (held?.doubt ?? 0) + it.doubt });
  }
  return new Map([...sums].filter(([, it]) => it.millionths !== 0 || it.doubt !== 0).map(([key, it]) => [key, `${it.millionths} ${it.doubt}`]));
}
