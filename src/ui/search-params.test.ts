import { expect, test } from 'vitest';
import { dayText, oneOf, readSearch, wholeNumber, words, yes } from './search-params.ts';

const read = readSearch({ page: wholeNumber, unit: words, state: oneOf('declared', 'certified'), from: dayText, mine: yes });

test('what can be read is read', () => {
  expect(read({ page: '3', unit: 'gaoxinqu', state: 'certified', from: '2021-03-01', mine: true })).toEqual({
    page: 3,
    unit: 'gaoxinqu',
    state: 'certified',
    from: '2021-03-01',
    mine: true,
  });
});

test('what cannot be read is left out', () => {
  expect(read({ page: -1, unit: '', state: 'other', from: '2021/3/1', mine: 'no', more: 1 })).toEqual({});
});

test('a number in the address may be text', () => {
  expect(read({ unit: 2021 })).toEqual({ unit: '2021' });
});
