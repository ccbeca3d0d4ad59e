export interface Period {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const LAST = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];

/** Months by their first and last; no year of the histories is a leap year. */
function months(year: string, first: number, last: number, name: string): Period {
  const two = (month: number): string => String(month).padStart(2, '0');
  return { name: `${year}${name}`, from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${LAST[last - 1]}` };
}

export type Division = 'year' | 'half' | 'quarter' | 'pair' | 'month';

export function periodsOf(year: string, division: Division): Period[] {
  switch (division) {
    case 'year':
      return [months(year, 1, 12, '')];
    case 'half':
      return [months(year, 1, 6, 'H1'), months(year, 7, 12, 'H2')];
    case 'quarter':
      return [1, 2, 3, 4].map((it) => months(year, it * 3 - 2, it * 3, `Q${it}`));
    case 'pair':
      return [1, 2, 3, 4, 5, 6].map((it) => months(year, it * 2 - 1, it * 2, `B${it}`));
    case 'month':
      return LAST.map((_, index) => months(year, index + 1, index + 1, `-${String(index + 1).padStart(2, '0')}`));
  }
}

/** The name of the period in which a day lies. */
export function periodOf(day: string, division: Division): string {
  return periodsOf(day.slice(0, 4), division).find((it) => it.from <= day && day <= it.to)!.name;
}
