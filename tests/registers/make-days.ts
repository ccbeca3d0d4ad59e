import type { Random } from './make-random.ts';

/** Days as YYYY-MM-DD. */

export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The first and last days of every window of the year, and the days just outside it. */
function edgesOf(year: number): string[] {
  const edges = [`${year - 1}-12-31`, `${year}-01-01`, `${year}-12-31`, `${year + 1}-01-01`];
  edges.push(`${year}-02-${isLeap(year) ? '29' : '28'}`, `${year}-03-01`, `${year}-03-31`, `${year}-04-01`);
  edges.push(`${year}-04-30`, `${year}-05-01`, `${year}-06-30`, `${year}-07-01`, `${year}-08-31`, `${year}-09-01`);
  edges.push(`${year}-09-30`, `${year}-10-01`, `${year}-10-31`, `${year}-11-01`);
  return edges;
}

/** Mostly in the year, a fifth at an edge of a window, some in the years beside it. */
export function anyDay(random: Random, year: number): string {
  if (random.chance(0.2)) return random.pick(edgesOf(year));
  const beside = random.chance(0.2) ? random.pick([-1, -1, 1]) : 0;
  return dayAfter(`${year + beside}-01-01`, random.integer(0, 364));
}
