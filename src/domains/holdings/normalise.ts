/**
 * A text as it is always written. Case is folded after NFKC, and both again until nothing changes: of ligatures one makes work for the other.
 */
function plain(text: string): string {
  let before = text;
  for (;;) {
    const after = before.normalize('NFKC').toLowerCase();
    if (after === before) return after;
    before = after;
  }
}

const FORMS = ['股份有限公司', '有限责任公司', '有限公司', '股份公司', '集团公司', '公司', '集团', '股份'];

/**
 * What tells a firm from others: its name without blanks and marks, legal form and the city's own regions before it. At least two
 * characters are left of it.
 * @param regions 江苏省, 泰兴市 … as they stand before names of firms here
 * @returns '' where nothing is left
 */
export function firmKey(name: string, regions: readonly string[]): string {
  let text = plain(name).replace(/[^\p{L}\p{N}]/gu, '');
  for (;;) {
    const region = regions.find((it) => it !== '' && text.startsWith(it) && [...text].length - [...it].length >= 2);
    const form = FORMS.find((it) => text.endsWith(it) && [...text].length - it.length >= 2);
    if (region !== undefined) text = text.slice(region.length);
    else if (form !== undefined) text = text.slice(0, -form.length);
    else return text;
  }
}

/** A person's name without blanks, dots and marks. */
export function personKey(name: string): string {
  return plain(name).replace(/[^\p{L}]/gu, '');
}

/** 统一社会信用代码 in capitals without blanks. */
export function codeKey(code: string): string {
  return plain(code).replace(/[^a-z0-9]/g, '').toUpperCase();
}

/** Digits of a telephone without the country's 86; '' where there are too few to tell anybody. */
export function phoneKey(phone: string): string {
  const digits = plain(phone).replace(/[^0-9]/g, '');
  const mobile = /^(?:00)?(?:86)?(1[3-9]\d{9})$/.exec(digits)?.[1];
  return mobile ?? (digits.length < 7 ? '' : digits);
}

/** Pairs of neighbouring characters, each once. */
function pairs(text: string): Set<string> {
  const letters = [...plain(text).replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((it, at) => letters[at]! + it));
}

/** So many pairs at least are needed to tell anything. */
const FEWEST = 3;
const ALIKE = 0.6;

/** Whether two descriptions of a project tell of the same one: at least 60 % of the shorter one's pairs of characters stand in the other. */
export function tellAlike(a: string, b: string): boolean {
  const [one, other] = [pairs(a), pairs(b)];
  const shorter = Math.min(one.size, other.size);
  return shorter >= FEWEST && [...one].filter((it) => other.has(it)).length >= ALIKE * shorter;
}
