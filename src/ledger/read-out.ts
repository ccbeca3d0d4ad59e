import type { Queryable } from '../base/database.ts';
import { formatDecimal } from '../kernel/decimal.ts';
import { CITY, type Standing } from '../mechanism/dossier.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { unitName } from '../mechanism/units.ts';
import { type FigureKey, printedFigures } from './figures.ts';
import { readShownFigures } from './printed.ts';

/** A figure as anyone can compare it. Counts and ratios are plain numbers, null where there is nothing to divide by. */
export interface FigureLine {
  readonly measure: string;
  readonly unit: string;
  readonly period: string;
  readonly value: number | null;
}

/** Every printed figure of a year; those of a frozen window as they were printed. */
export async function readOutFigures(db: Queryable, mechanism: Mechanism, year: number, standing: Standing): Promise<FigureLine[]> {
  const keys: FigureKey[] = [];
  for (const measure of mechanism.pack.measures) keys.push(...(await printedFigures(db, mechanism, measure.id, year, standing)));
  const figures = await readShownFigures(db, mechanism, keys);
  const names = await ownerNames(db, mechanism, keys.map((it) => it.owner));
  return keys.map((key, index) => {
    const { value } = figures[index]!;
    return { measure: key.measure, unit: names.get(key.owner)!, period: key.window.name, value: value === null ? null : Number(formatDecimal(value)) };
  });
}

/** Units and the city by name, subjects by number. */
export async function ownerNames(db: Queryable, mechanism: Mechanism, owners: readonly string[]): Promise<Map<string, string>> {
  const units = new Set([CITY, ...mechanism.pack.units.map((it) => it.id)]);
  const subjects = [...new Set(owners.filter((it) => !units.has(it)))];
  const { rows } = subjects.length === 0 ? { rows: [] } : await db.query<{ id: string; number: string }>('select id, number from subject where id = any($1::uuid[])', [subjects]);
  return new Map([...owners.filter((it) => units.has(it)).map((it) => [it, unitName(mechanism.pack, it)] as const), ...rows.map((it) => [it.id, it.number] as const)]);
}

/** An award case as anyone can compare it; fen as numbers. */
export interface AwardLine {
  readonly rule: string;
  readonly case: string;
  readonly verdict: string;
  readonly amountFen?: number;
  readonly minFen?: number;
  readonly maxFen?: number;
}

export async function readOutAwards(db: Queryable, year: number): Promise<AwardLine[]> {
  const { rows } = await db.query<{ award: string; case_key: string; outcome: string; min_fen: string | null; max_fen: string | null }>(
    'select award, case_key, outcome, min_fen, max_fen from award_case where year = $1 order by award, case_key',
    [year],
  );
  return rows.map((it) => {
    const base = { rule: it.award, case: it.case_key, verdict: it.outcome };
    if (it.outcome === 'no' || it.min_fen === null) return base;
    if (it.min_fen === it.max_fen && it.outcome === 'yes') return { ...base, amountFen: Number(it.min_fen) };
    return { ...base, minFen: Number(it.min_fen), maxFen: Number(it.max_fen) };
  });
}
