import { expect, it } from 'vitest';
import { isCreditCode } from './credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const VALID = [
  '91110000600037341L', // from the tests of stdnum
  // Made for tests, of nobody:
  '91321283MA1ABCDE2B', '913212830000000200', '913212830000000690', '52321283MJ0000001M', 'N2321283MF0000001X', '11321283014300001U',
];

it.each(VALID)('%s is one', (code) => {
  expect(isCreditCode(code)).toBe(true);
});

it.each([
  ['91110000600037342L', 'a digit was changed'], ['9132128300000002O', 'too short'], ['91321283IA1ABCDE2X', 'I is not in the alphabet'],
  ['', 'blank'], ['91321283ma1abcde2b', 'lower case'], [' 91321283MA1ABCDE2B', 'a blank before it'], ['91321283MA1ABCDE2BB', 'too long'], ['９１321283MA1ABCDE2B', 'full-width digits'],
])('%s is none: %s', (code) => {
  expect(isCreditCode(code)).toBe(false);
});

it('no other character at any one place is taken', () => {
  for (const code of VALID) {
    for (let place = 0; place < 18; place++) {
      for (const other of ALPHABET) if (other !== code[place]) expect(isCreditCode(code.slice(0, place) + other + code.slice(place + 1)), `${code} at ${place}`).toBe(false);
    }
  }
});
