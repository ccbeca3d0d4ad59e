/** What common passwords are put together from, in lower case; keyboard walks, names of accounts, wishes, years. */
const PIECES = [
  '1234567890', '123456789', '12345678', '1234567', '123456', '12345', '1234', '123', '987654321', '654321', '321',
  '147258369', '159357', '112233', '5201314', '1314520', '1314', '520',
  'qwertyuiop', 'qwerty', 'qwer', 'asdfghjkl', 'asdfgh', 'asdf', 'zxcvbnm', 'zxcvbn', 'zxcv', '!@#$%^&*()', '!@#$%^&*', '!@#$%^', '!@#$%', '!@#$', '!@#', '1qaz', '2wsx', '3edc', '4rfv', 'qaz', 'wsx', 'edc',
  'password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'passwd', 'pass', 'mima',
  'administrator', 'admin', 'root', 'user', 'test', 'guest', 'system', 'manager', 'login', 'welcome', 'letmein', 'changeme', 'default', 'secret',
  'iloveyou', 'woaini', 'hello', 'abcdefg', 'abcdef', 'abcd', 'abc', 'tandem',
].sort((a, b) => b.length - a.length);

const YEAR = /(?:19|20)\d\d/g;
/** Characters that must be left when the common pieces are taken out. */
const OWN_CHARACTERS = 6;
const DIFFERENT_CHARACTERS = 5;

/**
 * Whether a password is among the first that are tried: only digits, few different characters, or put together from
 * common pieces, years and the words of the place.
 * @param words of the place, in any case: the ids and names of its units
 */
export function isCommonPassword(password: string, words: readonly string[]): boolean {
  const text = password.toLowerCase();
  if (/^[\d\s.+-]*$/.test(text) || new Set(text).size < DIFFERENT_CHARACTERS) return true;
  const places = words.map((it) => it.toLowerCase()).filter((it) => it !== '').sort((a, b) => b.length - a.length);
  let rest = text;
  for (const piece of [...places, ...PIECES]) rest = rest.replaceAll(piece, '');
  return new Set(rest.replace(YEAR, '')).size < OWN_CHARACTERS;
}
