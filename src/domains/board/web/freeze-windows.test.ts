import { expect, test } from 'vitest';
import { freezableWindows } from './freeze-windows.ts';

test('months and halves that have passed and are not frozen, the latest first', () => {
  const found = freezableWindows([2021], '2021-08-02', [{ window: '2021-06' }]);
  expect(found.slice(0, 4)).toEqual([
    { value: '2021-07', label: '2021年7月' },
    { value: '2021H1', label: '2021年上半年' },
    { value: '2021-05', label: '2021年5月' },
    { value: '2021-04', label: '2021年4月' },
  ]);
  expect(freezableWindows([2021], '2021-01-31', [])).toEqual([]);
});
