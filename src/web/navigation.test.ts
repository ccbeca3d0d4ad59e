import { expect, test } from 'vitest';
import { entryOf, isWithin, openGroups, shortEntries, startPath } from './navigation.ts';
import { pageAt } from './pages.ts';

test('only pages that can be opened are shown, and no empty group', () => {
  const open = openGroups(({ path }) => path === '/board' || path === '/registers/talent');
  expect(open.map((it) => [it.title, it.entries.map((entry) => entry.path)])).toEqual([
    ['台账', ['/registers/talent']],
    ['考核', ['/board']],
  ]);
  expect(startPath(open)).toBe('/board');
  expect(startPath([])).toBeUndefined();
  expect(startPath(openGroups(({ path }) => ['/today', '/board'].includes(path)))).toBe('/board');
  expect(startPath(openGroups(() => true))).toBe('/today');
});

test('a phone has at most four places at hand', () => {
  expect(shortEntries(openGroups(() => true)).map((it) => it.short)).toEqual(['今日', '任务', '台账', '导入']);
  const administration = openGroups(({ path }) => ['/grants', '/security-profile', '/audit-looks'].includes(path));
  expect(shortEntries(administration).map((it) => it.path)).toEqual(['/grants', '/security-profile', '/audit-looks']);
});

test('a record belongs to its register', () => {
  expect(isWithin('/registers/project/XM-2021-0042', '/registers/project')).toBe(true);
  expect(isWithin('/registers/project-old', '/registers/project')).toBe(false);
});

test('a page below another is opened by the same right; what hangs nowhere is the server’s to refuse', () => {
  expect(entryOf('/audit-looks')?.right).toBe('audit:watch');
  expect(entryOf('/freezes/7')?.right).toBe('figures:read');
  expect(entryOf('/dossiers/7')).toBeUndefined();
});

test('every entry leads to a page', () => {
  const entries = openGroups(() => true).flatMap((it) => it.entries);
  expect(entries.length).toBeGreaterThan(15);
  expect(entries.filter((it) => !pageAt(it.path))).toEqual([]);
});
