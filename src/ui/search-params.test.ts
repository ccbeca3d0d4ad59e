import { expect, test } from 'vitest';
import { dayText, oneOf, readSearch, wholeNumber, words } from './search-params.ts';

const read = readSearch({ page: wholeNumber, unit: words, state: oneOf('declared', 'certified'), from: dayText });

test('what can be read is read', () => {
  expect(read({ page: '3', unit: 'gaoxinqu', state: 'certified', from: '2021-03-01' })).toEqual({ page: 3, unit: 'gaoxinqu', state: 'certified', from: '2021-03-01' });
  expect(read({ unit: '2021' })).toEqual({ unit: '2021' });
});

test('what cannot be read is left out', () => {
  expect(read({ page: '-1', unit: '', state: 'other', from: '2021/3/1', more: '1' })).toEqual({});
  expect(read({ page: '' })).toEqual({});
});
