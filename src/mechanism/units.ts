import type { Day } from '../kernel/day.ts';
import type { Pack } from './format/pack.ts';

/** The units that a list of units and groups names on a day, each once, in the pack's order of naming. */
export function expandUnits(pack: Pack, ids: readonly string[], day: Day): string[] {
  const found = new Set<string>();
  for (const id of ids) {
    const group = pack.groups.find((it) => it.id === id);
    if (!group) found.add(id);
    for (const member of group?.members ?? []) {
      if (typeof member === 'string') found.add(member);
      else if ((member.from ?? '') <= day && (member.to === undefined || day <= member.to)) found.add(member.unit);
    }
  }
  return [...found];
}

/** Every unit that a list names on any day. */
export function expandUnitsEver(pack: Pack, ids: readonly string[]): Set<string> {
  return new Set(ids.flatMap((id) => pack.groups.find((it) => it.id === id)?.members.map((it) => (typeof it === 'string' ? it : it.unit)) ?? [id]));
}

/** A unit's name in full; the id itself where the pack has no such unit. */
export function unitName(pack: Pack, id: string): string {
  return id === 'city' ? pack.city.name : (pack.units.find((it) => it.id === id)?.name ?? id);
}

/**
 * Units with all that stand below them and all that were merged into any of these by a day.
 * @param enacted mergers beside those that the pack knows
 */
export function unitsWithin(pack: Pack, ids: readonly string[], enacted: readonly { unit: string; into: string; day: Day }[], today: Day): string[] {
  const written = pack.units.flatMap((it) => (it.mergedInto && !enacted.some((one) => one.unit === it.id) ? [{ unit: it.id, into: it.mergedInto.unit, day: it.mergedInto.on }] : []));
  const merged = [...written, ...enacted].filter((it) => it.day <= today);
  const found = new Set(ids);
  for (const id of found) {
    for (const it of pack.units) if (it.under === id) found.add(it.id);
    for (const it of merged) if (it.into === id) found.add(it.unit);
  }
  return [...found];
}
