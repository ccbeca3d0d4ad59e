import type { FrozenFigure } from './freeze-shapes.ts';

export type FrozenView = 'changed' | 'inside' | 'all';

/** A measure with its frozen figures. */
export interface FrozenGroup {
  measure: string;
  label: string;
  unit: string;
  figures: FrozenFigure[];
}

/** Whether the ledger says another number now. */
export function isMoved(it: FrozenFigure): boolean {
  return it.certified !== it.live;
}

/**
 * The figures of a view. `changed`: those inside the period that differ now; `inside`: all inside it; `all`: also those of
 * longer windows as they stood on that day.
 */
export function figuresOf(view: FrozenView, figures: readonly FrozenFigure[]): FrozenFigure[] {
  if (view === 'all') return [...figures];
  return figures.filter((it) => it.inside && (view === 'inside' || isMoved(it)));
}

/** By measure, in the order given. */
export function frozenGroups(figures: readonly FrozenFigure[]): FrozenGroup[] {
  const groups = new Map<string, FrozenGroup>();
  for (const it of figures) {
    const group = groups.get(it.measure) ?? { measure: it.measure, label: it.label, unit: it.unit, figures: [] };
    group.figures.push(it);
    groups.set(it.measure, group);
  }
  return [...groups.values()];
}

/** A unit with its figures of one measure. */
export interface FrozenRow {
  owner: FrozenFigure['owner'];
  figures: FrozenFigure[];
}

/** By unit, in the order given. */
export function frozenRows(figures: readonly FrozenFigure[]): FrozenRow[] {
  const rows = new Map<string, FrozenRow>();
  for (const it of figures) {
    const row = rows.get(it.owner.id) ?? { owner: it.owner, figures: [] };
    row.figures.push(it);
    rows.set(it.owner.id, row);
  }
  return [...rows.values()];
}
