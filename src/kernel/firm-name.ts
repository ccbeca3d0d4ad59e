const FORMS = /股份有限公司|有限责任公司|有限公司|集团公司/gu;
const ENDS = /(?:公司|集团|项目)$/u;

/**
 * What two ways of writing one firm's or project's name have in common: NFKC, small letters, without brackets, blanks and marks,
 * without the legal form wherever it stands, and without 公司, 集团 or 项目 at the end. At least two characters are left of it.
 * @returns '' where there is none
 */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const short = plain.replace(FORMS, '').replace(ENDS, '');
  return [...short].length >= 2 ? short : plain;
}

/** Pairs of neighbouring characters, each once. */
export function pairsOf(key: string): Set<string> {
  const letters = [...key];
  return new Set(letters.slice(1).map((it, at) => letters[at]! + it));
}

/** How alike two sets of pairs are, 0 to 1: 1 also where the smaller, of three pairs at least, stands whole in the other. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const it of small) if (large.has(it)) shared++;
  if (small.size >= 3 && shared === small.size) return 1;
  return small.size === 0 ? 0 : (2 * shared) / (small.size + large.size);
}

/** 统一社会信用代码 in capitals, without blanks and marks. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '');
}
