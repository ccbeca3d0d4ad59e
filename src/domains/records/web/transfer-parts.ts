/** A line of a transfer as it is typed. */
export interface TypedPart {
  unit: string;
  percent: string;
}

export interface JudgedParts {
  /** The sum in percent, as text; undefined where a line is no number. */
  sum: string | undefined;
  /** What is wrong; undefined where it can be sent. */
  problem: string | undefined;
  parts: { unit: string; percent: number }[];
}

/** Percent with at most six decimals, exact in millionths. */
const PERCENT = /^(\d{1,3})(?:\.(\d{1,6}))?$/;

function millionths(text: string): number | undefined {
  const match = PERCENT.exec(text.normalize('NFKC').replace(/%$/, '').trim());
  return match ? Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0')) : undefined;
}

/**
 * What typed shares come to; lines without unit and percent are passed over.
 * @param shared false where every unit has it in full: then no sum is asked
 */
export function judgeParts(typed: readonly TypedPart[], shared: boolean): JudgedParts {
  const lines = typed.filter((it) => it.unit !== '' || (shared && it.percent.trim() !== ''));
  const shares = lines.map((it) => (shared ? millionths(it.percent) : 100_000_000));
  const parts = lines.map((it, index) => ({ unit: it.unit, percent: (shares[index] ?? 0) / 1_000_000 }));
  const total = shares.some((it) => it === undefined) ? undefined : shares.reduce<number>((sum, it) => sum + it!, 0);
  const sum = total === undefined ? undefined : String(total / 1_000_000);
  return { sum, parts, problem: problemOf(lines, shares, total, shared) };
}

function problemOf(lines: readonly TypedPart[], shares: readonly (number | undefined)[], total: number | undefined, shared: boolean): string | undefined {
  if (lines.length === 0) return '请至少写一个单位';
  if (lines.some((it) => it.unit === '')) return '有一行没有选单位';
  if (new Set(lines.map((it) => it.unit)).size !== lines.length) return '同一个单位写了两次，请合并成一行';
  if (!shared) return undefined;
  if (total === undefined) return '分成请填数字，最多六位小数';
  if (shares.some((it) => it === 0)) return '分成为 0 的单位请移除';
  if (total !== 100_000_000) return `各单位相加是 ${total / 1_000_000}%，应为 100%`;
  return undefined;
}
