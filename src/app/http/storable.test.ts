import { expect, test } from 'vitest';
import { refuseUnstorable } from './storable.ts';

test.each([['a\0'], ['\ud800'], [{ fields: { name: ['好', 'a\udc00'] } }], [{ 'a\0': 1 }], [JSON.parse('{"__proto__":{"a":"\\u0000"}}')]])('text that the database cannot keep is refused: %j', (input) => {
  expect(() => refuseUnstorable(input)).toThrow('看不见的无效字符');
});

test('everything else passes, however deep it is nested', () => {
  refuseUnstorable({ a: ['😀', '\u0001', '', null, 1, true, undefined], b: new Date(0) });
  refuseUnstorable(JSON.parse(`${'['.repeat(300_000)}"a"${']'.repeat(300_000)}`));
});
