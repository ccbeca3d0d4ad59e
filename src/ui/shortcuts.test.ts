import { expect, test } from 'vitest';
import { addShortcuts, allShortcuts, isPressed, isSingleKey } from './shortcuts.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test('keys match with their modifiers and without regard to case', () => {
  expect(isPressed('C', press('c'))).toBe(true);
  expect(isPressed('C', press('c', { ctrlKey: true }))).toBe(false);
  expect(isPressed('Ctrl+K', press('k', { metaKey: true }))).toBe(true);
  expect(isPressed('/', press('/'))).toBe(true);
  expect(isPressed('J', press('j', { altKey: true }))).toBe(false);
});

test('only bare characters are single keys, and ? always works', () => {
  expect(['J', '/', '?', 'Enter', 'Ctrl+K'].map(isSingleKey)).toEqual([true, true, false, false, false]);
});

test('a page takes its shortcuts away with it', () => {
  const leave = addShortcuts([{ keys: 'C', label: '登记项目', run: () => {} }]);
  addShortcuts([{ keys: 'J', label: '下一行', run: () => {} }]);
  expect(allShortcuts().map((it) => it.keys)).toEqual(['C', 'J']);
  leave();
  expect(allShortcuts().map((it) => it.keys)).toEqual(['J']);
});
