import { expect, test } from 'vitest';
import { countedLines } from './counted-lines.ts';

const counted = { measure: 's3.signed', label: '签约', unit: '个', owner: { id: 'city', name: '泰兴市' }, day: '2021-03-05', window: '2021', quantity: 1, doubt: 0 };

test('a figure that counts it as declared and as certified is one line', () => {
  const lines = countedLines([{ ...counted, standing: 'declared' }, { ...counted, standing: 'certified' }, { ...counted, standing: 'declared', quantity: 0.4 }]);
  expect(lines.map((it) => [it.standings, it.window])).toEqual([
    [['declared', 'certified'], '2021年'],
    [['declared'], '2021年'],
  ]);
});
