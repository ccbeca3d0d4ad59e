import type { Queryable } from '../base/database.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import type { Figure } from '../mechanism/figure.ts';
import { type FigureKey, readFigures } from './figures.ts';
import { type Freeze, freezeOf, frozenFigures, frozenName, listFreezes } from './freeze.ts';

/** A figure as it is shown: frozen where its window was, with what the ledger says now beside it. */
export interface ShownFigure extends Figure {
  readonly live: Figure;
  readonly frozenBy: Freeze | undefined;
}

/** Reads figures as they are shown, in the order of their keys. */
export async function readShownFigures(db: Queryable, mechanism: Mechanism, keys: readonly FigureKey[]): Promise<ShownFigure[]> {
  const live = await readFigures(db, mechanism, keys);
  const freezes = await listFreezes(db);
  const printed = new Map<string, Map<string, Figure>>();
  const shown: ShownFigure[] = [];
  for (const [index, key] of keys.entries()) {
    const frozenBy = freezeOf(freezes, key.window);
    if (frozenBy && !printed.has(frozenBy.id)) printed.set(frozenBy.id, await frozenFigures(db, frozenBy.id));
    const held = frozenBy && printed.get(frozenBy.id)!.get(frozenName({ ...key, window: key.window.name }));
    shown.push({ ...(held ?? live[index]!), live: live[index]!, frozenBy: held && frozenBy });
  }
  return shown;
}
