import { LOGIN_FAILURES, LOGIN_MINUTES } from './terms.ts';

const SPAN = LOGIN_MINUTES * 60_000;

/**
 * How many minutes a login name still waits, 0 where it may be tried.
 * Attempts during the wait are not counted, so nobody can make it longer.
 * @param failures of that name, the newest first
 */
export function minutesToWait(failures: readonly Date[], now: Date): number {
  const newest = failures[0]?.getTime();
  const first = failures[LOGIN_FAILURES - 1]?.getTime();
  if (newest === undefined || first === undefined || newest - first > SPAN) return 0;
  return Math.max(0, Math.ceil((newest + SPAN - now.getTime()) / 60_000));
}
