import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { UnitFormat } from '../../mechanism/format/units.ts';
import { mergers } from '../../ledger/units.ts';

/** The units that stand on a day, in the pack's order: those that began, did not end, and were not taken over. */
export async function standingUnits(db: Queryable, pack: Pack, today: Day): Promise<UnitFormat[]> {
  const gone = new Set((await mergers(db, pack)).filter((it) => it.day <= today).map((it) => it.unit));
  return pack.units.filter((it) => (it.from ?? '') <= today && (it.to === undefined || today <= it.to) && !gone.has(it.id));
}

/** @throws Refusal 'unknown-unit' where no such unit stands today */
export async function checkUnit(db: Queryable, pack: Pack, today: Day, unit: string): Promise<void> {
  if (!(await standingUnits(db, pack, today)).some((it) => it.id === unit)) throw new Refusal('unknown-unit', '没有这个单位，或它已经撤并。请从单位清单中选择。');
}

/** Words of the place, which passwords must not be made of. */
export function placeWords(pack: Pack): string[] {
  const names = pack.units.flatMap((it) => [it.name, ...(it.aliases ?? [])]);
  const ids = [pack.city.id, ...pack.units.map((it) => it.id)].flatMap((it) => it.split('-'));
  return [pack.city.name, pack.city.name.replace(/[省市县区]$/, ''), ...names, ...ids].filter((it) => it.length > 1);
}
