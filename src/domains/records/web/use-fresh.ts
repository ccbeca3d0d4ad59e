import { useEffect, useState } from 'react';
import type { ApiRefusal } from '../../../ui/api-refusal.ts';
import { type Conflict, conflictsOf, type Value } from './conflicts.ts';
import type { Typed } from './correction.ts';

export interface Fresh {
  conflicts: Conflict[];
  /** What somebody else changed that this person left alone. */
  others: Value[];
  /** What was typed is kept; it is asked about no more. */
  keep: (id: string) => void;
}

/**
 * Keeps a form true to a record that others change too: where the server says that somebody was faster, the newest is read, what was
 * typed stays, and every difference is told.
 */
export function useFresh(values: readonly Value[], typed: Typed, refusal: ApiRefusal | undefined, onReload: () => void): Fresh {
  const [before, setBefore] = useState(values);
  useEffect(() => {
    if (refusal?.code === 'stale') onReload();
    // The refusal alone: a form that is drawn anew reads nothing anew.
  }, [refusal]);
  const { conflicts, others } = conflictsOf(before, values, typed);
  return { conflicts, others, keep: (id) => setBefore(before.map((it) => (it.id === id ? { ...it, value: values.find((one) => one.id === id)?.value ?? null } : it))) };
}
