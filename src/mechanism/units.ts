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
