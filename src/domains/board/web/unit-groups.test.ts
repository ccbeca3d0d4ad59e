import { expect, test } from 'vitest';
import { unitGroups, unitsInShort, type UnitKinds } from './unit-groups.ts';

const kinds: UnitKinds = new Map([
  ['kejiju', 'department'],
  ['a', 'park'],
  ['b', 'park'],
  ['c', 'park'],
  ['x', 'township'],
]);
const unit = (id: string) => ({ id, name: id.toUpperCase() });

test('units stand by kind, and what is none comes last', () => {
  const groups = unitGroups(['platform', 'x', 'a', 'kejiju'], (it) => it, kinds);
  expect(groups.map((it) => [it.label, it.items])).toEqual([['部门', ['kejiju']], ['园区', ['a']], ['乡镇街道', ['x']], ['其他', ['platform']]]);
});

test('few are named, many are counted', () => {
  expect(unitsInShort([unit('kejiju'), unit('a'), unit('b')], kinds)).toBe('KEJIJU、A、B');
  expect(unitsInShort([unit('kejiju'), unit('a'), unit('b'), unit('c')], kinds)).toBe('KEJIJU、园区3家');
});
