import { addDays, type Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Holidays, isWorkingDay, workingDaysSince } from '../../kernel/working-day.ts';
import { DAYS_AHEAD } from './terms.ts';

/** A day by working days; `note` says why they cannot be told. */
export interface Counted {
  readonly due: Day | null;
  readonly left: number | null;
  readonly age: number | null;
  readonly note: string | null;
}

/** The day on which so many working days have passed. @throws Refusal 'no-holidays' */
function dayAfter(holidays: readonly Holidays[], from: Day, count: number): Day {
  let day = from;
  for (let passed = 0; passed < count;) if (isWorkingDay(holidays, (day = addDays(day, 1)))) passed++;
  return day;
}

/** How far ahead the list looks; where a year's holidays are not known, two weeks. */
export function horizonOf(holidays: readonly Holidays[], today: Day): Day {
  return told(() => dayAfter(holidays, today, DAYS_AHEAD)).value ?? addDays(today, 14);
}

/** Counts the working days to and since. A year whose holidays are not known is said, never guessed. */
export function counted(holidays: readonly Holidays[], today: Day, it: { due: Day | null; dueAfter?: number | null; since: Day | null }): Counted {
  const { since } = it;
  const after = since === null || it.dueAfter === undefined || it.dueAfter === null ? undefined : told(() => dayAfter(holidays, since, it.dueAfter!));
  const due = it.due ?? after?.value ?? null;
  const left = due === null ? undefined : told(() => (due >= today ? workingDaysSince(holidays, today, due) : -workingDaysSince(holidays, due, today)));
  const age = since === null ? undefined : told(() => workingDaysSince(holidays, since, today));
  return { due, left: left?.value ?? null, age: age?.value ?? null, note: after?.note ?? left?.note ?? age?.note ?? null };
}

function told<T>(work: () => T): { value: T | null; note: string | null } {
  try {
    return { value: work(), note: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { value: null, note: error.message };
  }
}
