import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { standingUnits } from '../../ledger/units.ts';
import type { Pack } from '../../mechanism/format/pack.ts';

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
