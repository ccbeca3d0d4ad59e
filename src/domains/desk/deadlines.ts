import type { Day } from '../../kernel/day.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Holidays, workingDaysBefore, workingDaysSince } from '../../kernel/working-day.ts';
import type { Parameters } from '../../mechanism/parameters.ts';

/** The pack's words for the lamps; a city without them has none. */
const YELLOW = 'desk.yellow-days';
const RED = 'desk.red-days';

/** How long things may wait, by today. */
export interface Deadlines {
  readonly yellow: number | null;
  readonly red: number | null;
  /** What has waited since then or longer is yellow, red; null where it cannot be told. */
  readonly yellowSince: Day | null;
  readonly redSince: Day | null;
  readonly notice: string | null;
  /** In working days; null where a year's holidays are not known. */
  age(since: Day): number | null;
}

export function deadlinesOf(holidays: readonly Holidays[], parameters: Parameters, today: Day): Deadlines {
  const [yellow, red] = [daysOf(parameters, YELLOW, today), daysOf(parameters, RED, today)];
  let notice: string | null = null;
  const asked = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      notice = error.message;
      return null;
    }
  };
  const before = (count: number | null): Day | null => (count === null ? null : asked(() => workingDaysBefore(holidays, today, count)));
  const [yellowSince, redSince] = [before(yellow), before(red)];
  return { yellow, red, yellowSince, redSince, notice, age: (since) => asked(() => workingDaysSince(holidays, since, today)) };
}

function daysOf(parameters: Parameters, id: string, today: Day): number | null {
  const value = parameters.at(id, today)?.value;
  return typeof value === 'object' && 'decimal' in value ? Number(formatDecimal(value.decimal)) : null;
}

export function lightOf({ yellowSince, redSince }: Deadlines, since: Day): 'good' | 'slow' | 'late' | 'idle' {
  if (yellowSince === null && redSince === null) return 'idle';
  if (redSince !== null && since <= redSince) return 'late';
  return yellowSince !== null && since <= yellowSince ? 'slow' : 'good';
}
