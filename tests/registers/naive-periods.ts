/** The windows of a year by the names of the expected file. A blank day ('') lies in none. */

export function inYear(day: string, year: number): boolean {
  return day.startsWith(`${year}-`);
}

export interface Period {
  readonly name: string;
  /** First and last month, 1–12. */
  readonly from: number;
  readonly to: number;
}

function divided(year: number, letter: string, months: number): Period[] {
  const periods: Period[] = [];
  for (let i = 1; i * months <= 12; i++) periods.push({ name: `${year}${letter}${i}`, from: (i - 1) * months + 1, to: i * months });
  return periods;
}

export const halves = (year: number): Period[] => divided(year, 'H', 6);
export const quarters = (year: number): Period[] => divided(year, 'Q', 3);
export const pairs = (year: number): Period[] => divided(year, 'B', 2);
export const wholeYear = (year: number): Period[] => [{ name: String(year), from: 1, to: 12 }];

export function inPeriod(day: string, year: number, period: Period): boolean {
  const month = Number(day.slice(5, 7));
  return inYear(day, year) && period.from <= month && month <= period.to;
}
