/** Two hundred made-up values that name humans: a name, a phone, an ID number and an e-mail address of each of fifty. */
export interface Human {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly email: string;
}

const SURNAMES = ['欧阳', '司马', '诸葛', '慕容', '令狐'];
const GIVEN = ['晷翀', '骞彧', '翯翙', '媞婳', '玥珩', '煊煜', '垚淼', '懿璟', '骁勍', '昶旻'];

export const humans: readonly Human[] = Array.from({ length: SURNAMES.length * GIVEN.length }, (_, n) => ({
  name: SURNAMES[n % SURNAMES.length]! + GIVEN[Math.floor(n / SURNAMES.length)]!,
  phone: `1397${String(4_100_037 + n * 7_919).padStart(7, '0')}`,
  idNumber: withCheckDigit(`32128319${String(60 + n % 40)}0${1 + n % 9}1${n % 10}${String(137 + n).padStart(3, '0')}`),
  email: `canary${n}q@xn${n * 31}.example.cn`,
}));

export const canaries: readonly string[] = humans.flatMap((it) => [it.name, it.phone, it.idNumber, it.email]);

/** The canaries that stand in a text as they are, in an address's escapes, or in `\u` escapes. */
export function found(text: string): string[] {
  return canaries.filter((it) => spellings(it).some((one) => text.includes(one)));
}

function spellings(text: string): string[] {
  const escaped = [...text].map((it) => (it.codePointAt(0)! < 128 ? it : `\\u${it.codePointAt(0)!.toString(16).padStart(4, '0')}`)).join('');
  return [...new Set([text, encodeURIComponent(text), encodeURIComponent(text).toLowerCase(), escaped])];
}

function withCheckDigit(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return seventeen + '10X98765432'[sum % 11];
}
