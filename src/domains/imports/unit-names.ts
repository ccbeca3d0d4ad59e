import { comparableName } from '../../kernel/text.ts';
import type { Pack } from '../../mechanism/format/pack.ts';

/** Units by any name that the pack knows them by. */
export interface UnitNames {
  idOf(name: string): string | undefined;
}

export function unitNames(pack: Pack): UnitNames {
  const ids = new Map(pack.units.flatMap((it) => [it.name, ...(it.aliases ?? [])].map((name) => [comparableName(name), it.id] as const)));
  return { idOf: (name) => ids.get(comparableName(name)) };
}
