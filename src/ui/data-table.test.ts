import { expect, test } from 'vitest';
import { nextSort, phonePlace } from './data-table.ts';

test('a heading sorts up, then down, then not', () => {
  const up = nextSort({ key: 'unit', descending: true }, 'planned');
  expect(up).toEqual({ key: 'planned', descending: false });
  expect(nextSort(up, 'planned')).toEqual({ key: 'planned', descending: true });
  expect(nextSort({ key: 'planned', descending: true }, 'planned')).toBeUndefined();
});

test('a row header is the title of a stacked row', () => {
  const cell = () => null;
  expect(phonePlace({ key: 'name', head: '项目', cell, rowHeader: true })).toBe('title');
  expect(phonePlace({ key: 'unit', head: '园区', cell })).toBe('meta');
  expect(phonePlace({ key: 'state', head: '状态', cell, phone: 'aside' })).toBe('aside');
});
