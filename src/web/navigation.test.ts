import { expect, test } from 'vitest';
import { isWithin, openGroups, shortEntries, startPath } from './navigation.ts';

test('only pages that can be opened are shown, and no empty group', () => {
  const open = openGroups(({ path }) => path === '/board' || path === '/registers/talent');
  expect(open.map((it) => [it.title, it.entries.map((entry) => entry.path)])).toEqual([
    ['台账', ['/registers/talent']],
    ['考核', ['/board']],
  ]);
  expect(startPath(open)).toBe('/board');
  expect(startPath([])).toBeUndefined();
});

test('a phone has at most four places at hand', () => {
  expect(shortEntries(openGroups(() => true)).map((it) => it.short)).toEqual(['任务', '台账', '导入', '奖励']);
});

test('a record belongs to its register', () => {
  expect(isWithin('/registers/project/XM-2021-0042', '/registers/project')).toBe(true);
  expect(isWithin('/registers/project-old', '/registers/project')).toBe(false);
});
