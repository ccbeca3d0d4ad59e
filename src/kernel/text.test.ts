import { expect, it } from 'vitest';
import { comparableName, trimmed } from './text.ts';

it.each([['泰兴 高新区', '泰兴高新区'], ['　高新区　', '高新区'], ['ＡＢＣ１２', 'ABC12'], ['实缴资本（万元）', '实缴资本(万元)'], ['a\u00a0b\tc\n', 'abc'], ['', '']])('compares “%s” as “%s”', (text, name) => {
  expect(comparableName(text)).toBe(name);
});

it.each([[' 高新区 ', '高新区'], ['\u3000高 新\u3000', '高 新'], ['\uFEFF编号', '编号'], ['\u3000 \t', ''], ['', '']])('trims “%s” to “%s”', (text, expected) => {
  expect(trimmed(text)).toBe(expected);
});
