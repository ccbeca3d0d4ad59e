import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loginKey, loginShown } from './login-key.ts';

it.each([
  'zhangwei', 'ZhangWei', 'ＺＨＡＮＧＷＥＩ', 'ｚｈａｎｇｗｅｉ', ' zhang wei ', 'zhang\u3000wei', 'zhang\u00a0wei',
  'zhang\u200bwei', 'zhang\u200cwei', 'zhang\u200dwei', '\ufeffzhangwei', 'zhang\u00adwei', 'zhang\u2060wei', 'zhang\ufe0fwei', 'zhang\u034fwei', 'zhang\u202ewei', 'zhangwei\u0000',
])('%j is zhangwei', (text) => {
  expect(loginKey(text)).toBe('zhangwei');
});

it.each([['café', 'cafe\u0301'], ['cafe\u0301', 'cafe\u200b\u0301'], ['ΟΔΟΣ', 'οδοσ'], ['straße', 'STRASSE'], ['㎏zhang', 'kgzhang'], ['张伟①', '张伟1']])('%j and %j are one', (one, other) => {
  expect(loginKey(one)).toBe(loginKey(other));
});

it('keeps different names apart, and case for people to see', () => {
  expect(loginKey('zhangwei1')).not.toBe(loginKey('zhangwei'));
  expect(loginShown(' Zhang\u200bＷei ')).toBe('ZhangWei');
});

it('is the same when done again, in any case and with anything unseen between', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const key = loginKey(text);
    expect(loginKey(key)).toBe(key);
    expect(loginKey(loginShown(text))).toBe(key);
    expect(loginKey(`\u200b${text}\u3000`)).toBe(key);
  }), { numRuns: 5_000 });
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (text) => {
    expect(loginKey(text.toUpperCase())).toBe(loginKey(text.toLowerCase()));
  }), { numRuns: 5_000 });
});
