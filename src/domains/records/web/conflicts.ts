import type { Typed } from './correction.ts';

/** A value that somebody else changed while this person typed another. */
export interface Conflict {
  id: string;
  label: string;
  theirs: string | null;
  mine: string;
}

/** One value of a record: what it is called and how it stands. */
export interface Value {
  id: string;
  label: string;
  value: string | null;
}

/**
 * What was changed under the person's hands.
 * @param before as the form was opened
 * @param now as it stands
 * @returns where both differ, to choose from; and what else became another, to know
 */
export function conflictsOf(before: readonly Value[], now: readonly Value[], typed: Typed): { conflicts: Conflict[]; others: Value[] } {
  const held = new Map(before.map((it) => [it.id, it.value]));
  const moved = now.filter((it) => held.has(it.id) && held.get(it.id) !== it.value);
  const isMine = (it: Value) => typed[it.id] !== undefined && (typed[it.id]!.trim() || null) !== it.value;
  return {
    conflicts: moved.filter(isMine).map((it) => ({ id: it.id, label: it.label, theirs: it.value, mine: typed[it.id]!.trim() })),
    others: moved.filter((it) => !isMine(it)),
  };
}
