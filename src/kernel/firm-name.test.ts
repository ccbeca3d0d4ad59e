import { expect, it } from 'vitest';
import { likeness, nameKey, pairsOf } from './firm-name.ts';

it.each([
  ['泰兴阳光化工有限公司', '泰兴阳光化工'],
  ['江苏星辰（泰兴）新材料股份有限公司', '江苏星辰(泰兴)新材料'],
  ['远景集团', '远景'],
  ['ＡＢＣ 科技 有限责任公司', 'abc科技'],
  ['阳光化工有限公司年产5万吨项目', '阳光化工年产5万吨'],
])('%s is %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

it.each([['阳光化工一期', '阳光化工二期'], ['有限公司', '集团'], ['', '甲乙']])('%s is not %s', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

it('a part that stands whole in the other is as alike as can be; others by what they share', () => {
  const alike = (a: string, b: string): number => likeness(pairsOf(nameKey(a)), pairsOf(nameKey(b)));
  expect(alike('阳光化工', '泰兴阳光化工一期')).toBe(1);
  expect(alike('阳光化工新材料', '阳光化工老材料')).toBeGreaterThan(0.5);
  expect(alike('阳光化工', '远景动力')).toBe(0);
});
