import { comparableName } from '../../kernel/text.ts';
import type { Pack } from '../../mechanism/format/pack.ts';

/** Units by any name that the pack knows them by. */
export interface UnitNames {
  idOf(name: string): string | undefined;
  /** The names of another body, where a column is written by them. */
  table(id: string | undefined): { idOf(name: string): string | undefined; isRest(name: string): boolean } | undefined;
}

export function unitNames(pack: Pack): UnitNames {
  const ids = new Map(pack.units.flatMap((it) => [it.name, ...(it.aliases ?? [])].map((name) => [comparableName(name), it.id] as const)));
  return {
    idOf: (name) => ids.get(comparableName(name)),
    table: (id) => {
      const found = id === undefined ? undefined : pack.unitTables.find((it) => it.id === id);
      if (!found) return undefined;
      const named = (name: string): string[] => Object.entries(found.names).flatMap(([unit, it]) => (comparableName(it) === comparableName(name) ? [unit] : []));
      return { idOf: (name) => (named(name).length === 1 ? named(name)[0] : undefined), isRest: (name) => named(name).length > 1 || comparableName(name) === comparableName(found.rest ?? '') };
    },
  };
}
