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

/**
 * Reads figures as they are shown, in the order of their keys. What a freeze did not print (a platform that was not certified then)
 * is what the postings of then come to, so that it does not move either: what came later is an adjustment.
 */
export async function readShownFigures(db: Queryable, mechanism: Mechanism, keys: readonly FigureKey[]): Promise<ShownFigure[]> {
  const live = await readFigures(db, mechanism, keys);
  const freezes = await listFreezes(db);
  const shown: ShownFigure[] = live.map((it) => ({ ...it, live: it, frozenBy: undefined }));
  const covered = Map.groupBy(keys.keys(), (index) => freezeOf(freezes, keys[index]!.window));
  for (const [frozenBy, places] of covered) {
    if (!frozenBy) continue;
    const printed = await frozenFigures(db, frozenBy.id);
    const heldAt = (index: number): Figure | undefined => printed.get(frozenName({ ...keys[index]!, window: keys[index]!.window.name }));
    const left = places.filter((index) => !heldAt(index));
    const then = left.length > 0 ? await readFigures(db, mechanism, left.map((index) => keys[index]!), frozenBy.lastSeq) : [];
    const unprinted = new Map(left.map((index, place) => [index, then[place]!]));
    for (const index of places) shown[index] = { ...(heldAt(index) ?? unprinted.get(index)!), live: live[index]!, frozenBy };
  }
  return shown;
}
