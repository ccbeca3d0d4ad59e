import { type Day, dayAt } from '../kernel/day.ts';

/** The only place that asks what day it is. */
export interface Clock {
  /** The city's day; fixed where the platform was started with `--today`. */
  today(): Day;
}

export function clock(fixed?: Day): Clock {
  return { today: () => fixed ?? dayAt(new Date()) };
}

/** This instant, in milliseconds since 1970 (UTC). */
export function instant(): number {
  return Date.now();
}
