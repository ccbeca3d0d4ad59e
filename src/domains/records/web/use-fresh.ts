import { useEffect, useRef, useState } from 'react';
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
 * typed stays, and every difference from what the person saw when beginning to type is told.
 */
export function useFresh(values: readonly Value[], typed: Typed, refusal: ApiRefusal | undefined, onReload: () => void): Fresh {
  const [stale, setStale] = useState(false);
  const [settled, setSettled] = useState<readonly string[]>([]);
  const before = useRef(values);
  const begun = stale || Object.keys(typed).length > 0;
  useEffect(() => {
    if (!begun) before.current = values;
  }, [begun, values]);
  useEffect(() => {
    if (refusal?.code !== 'stale') return;
    setStale(true);
    setSettled([]);
    onReload();
    // The refusal alone: a form that is drawn anew reads nothing anew.
  }, [refusal]);
  const { conflicts, others } = stale ? conflictsOf(before.current, values, typed) : { conflicts: [], others: [] };
  return { conflicts: conflicts.filter((it) => !settled.includes(it.id)), others, keep: (id) => setSettled([...settled, id]) };
}
