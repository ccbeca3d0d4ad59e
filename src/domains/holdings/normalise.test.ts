import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeKey, firmKey, personKey, phoneKey, tellAlike } from './normalise.ts';

const REGIONS = ['江苏省', '泰州市', '泰兴市', '江苏', '泰州', '泰兴'];
/** Names of firms as they look; every one is a firm of its own. */
const NAMES = readFileSync(new URL('firm-names.csv', import.meta.url), 'utf8').trim().split('\n');
const key = (name: string): string => firmKey(name, REGIONS);

describe('names of firms', () => {
  it('200 different firms have 200 keys', () => {
    const met = new Map<string, string[]>();
    for (const it of NAMES) met.set(key(it), [...(met.get(key(it)) ?? []), it]);
    expect([...met.values()].filter((it) => it.length > 1)).toEqual([]);
    expect(met.size).toBe(200);
  });

  it('however a firm is written, it is the same', () => {
    const wide = (text: string): string => [...text].map((it) => (/[!-~]/.test(it) ? String.fromCodePoint(it.codePointAt(0)! + 0xfee0) : it)).join('');
    const habits: readonly ((name: string) => string)[] = [
      (it) => it,
      (it) => ` ${it}\u3000`,
      (it) => it.replaceAll('（', '(').replaceAll('）', ')'),
      (it) => it.replaceAll(/[（）]/gu, ''),
      (it) => [...it].join(' '),
      (it) => it.toUpperCase(),
      (it) => it.toLowerCase(),
      wide,
      (it) => it.replace(/有限公司$/u, '有限责任公司'),
      (it) => it.replace(/(?:股份)?有限公司$/u, ''),
      (it) => (it.startsWith('江苏') ? it : `江苏${it}`),
      (it) => `江苏省泰兴市${it}`,
    ];
    fc.assert(fc.property(fc.constantFrom(...NAMES), fc.constantFrom(...habits), fc.constantFrom(...habits), (name, one, other) => {
      expect(key(other(one(name)))).toBe(key(name));
    }), { numRuns: 2_000 });
  });

  it('a key is its own key, of any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('江苏省', '泰兴', '公司', '有限', '集团', '股份', '恒', '（', 'ﬁ', 'Ａ'), { maxLength: 8 }).map((it) => it.join(''))), (name) => {
      expect(key(key(name))).toBe(key(name));
      expect(personKey(personKey(name))).toBe(personKey(name));
      expect(codeKey(codeKey(name))).toBe(codeKey(name));
      expect(phoneKey(phoneKey(name))).toBe(phoneKey(name));
    }), { numRuns: 2_000 });
  });

  it('something is left of every name', () => {
    expect(['公司', '集团公司', '泰兴', '江苏省泰兴市', '有限公司'].map(key).filter((it) => it.length < 2)).toEqual([]);
  });
});

it('telephones are told with and without 86, and by digits alone', () => {
  expect(new Set(['13912345678', '+86 139-1234-5678', '0086 13912345678', '８６１３９１２３４５６７８', '139 1234 5678'].map(phoneKey))).toEqual(new Set(['13912345678']));
  expect(phoneKey('0523-87654321')).toBe(phoneKey('（0523）87654321'));
  expect(['', '12345', '没有'].map(phoneKey)).toEqual(['', '', '']);
});

it('a person is told by the letters of the name', () => {
  expect(personKey(' 买买提·艾力 ')).toBe(personKey('买买提艾力'));
});

it('descriptions of one project tell alike, of another not', () => {
  const content = '年产20万吨高性能氯化聚乙烯新材料项目';
  expect(tellAlike('年产 20 万吨氯化聚乙烯新材料', content)).toBe(true);
  expect(tellAlike('建设动力电池回收利用生产线', content)).toBe(false);
  expect(tellAlike('项目', content)).toBe(false);
});
