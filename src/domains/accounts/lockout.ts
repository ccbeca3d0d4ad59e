import { Refusal } from '../../kernel/refusal.ts';
import { LOGIN_FAILURES, LOGIN_MINUTES, SOURCE_FAILURES } from './terms.ts';

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

/**
 * How many minutes an address still waits: until fewer than 30 wrong tries of it lie in the last 15 minutes.
 * @param failures from that address, the newest first
 */
export function minutesForSource(failures: readonly Date[], now: Date): number {
  const oldest = failures[SOURCE_FAILURES - 1]?.getTime();
  return oldest === undefined ? 0 : Math.max(0, Math.ceil((oldest + SPAN - now.getTime()) / 60_000));
}

export function tooMany(minutes: number): Refusal {
  return new Refusal('too-many', `试错次数过多，请 ${minutes} 分钟后再试。`);
}

/** An address as it is counted: whoever has one of IPv6 has the whole /64 around it. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [left = [], right] = address.split('::').map((it) => it.split(':').filter(Boolean));
  const groups = right ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left;
  return groups.slice(0, 4).map((it) => Number.parseInt(it, 16).toString(16)).join(':');
}
