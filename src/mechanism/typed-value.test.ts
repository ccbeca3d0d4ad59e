import { describe, expect, it } from 'vitest';
import type { Pack } from './format/pack.ts';
import type { ParameterFormat } from './format/tasks.ts';
import { type TypedValue, readTypedValue, valueInChinese } from './typed-value.ts';

const pack = {
  lists: { levels: ['国家级', '省级', '市级'] },
  units: [{ id: 'rsj', name: '人力资源和社会保障局', aliases: ['人社局'] }],
  city: { id: 'x', name: '某市' },
} as unknown as Pack;

function declared(type: ParameterFormat['type'], more: Partial<ParameterFormat> = {}): ParameterFormat {
  return { id: 'p', label: '某项', type, clause: 'a1', question: '多少', readings: [], ...more };
}

const read = (it: ParameterFormat, typed: TypedValue): unknown => readTypedValue(pack, it, typed);
const usd = declared('money', { readings: [{ value: '1000万美元', source: '惯例' }] });

describe('a value as people type it', () => {
  it.each([
    ['500', '500万元'], ['1,200', '1,200万元'], ['１２００', '1,200万元'], ['1.2亿', '12,000万元'], ['1.2 亿元', '12,000万元'], ['4300万元', '4,300万元'], ['35000元', '3.5万元'], ['0.5', '0.5万元'],
  ])('money: %s', (typed, written) => expect(read(declared('money'), typed)).toBe(written));

  it('money in another currency, and in 亿元 where registers write so', () => {
    expect(read(usd, '1500')).toBe('1,500万美元');
    expect(read(usd, '0.2亿美元')).toBe('2,000万美元');
    expect(read(declared('money', { unit: '亿元' }), '0.5')).toBe('5,000万元');
    expect(() => read(usd, '500万元')).toThrow('不是一个美元金额，请按万美元填数字');
    expect(() => read(declared('money'), '500万美元')).toThrow('不是一个人民币金额');
  });

  it.each([['30', '30%'], ['30%', '30%'], ['３０％', '30%'], ['5‰', '5‰'], ['12.5 %', '12.5%'], ['百分之三十', undefined], ['百分之30', '30%'], ['0', '0%'], ['1/3', '1/3']])('share: %s', (typed, written) => {
    if (written === undefined) expect(() => read(declared('rate'), typed)).toThrow('请写成 30% 或 5‰');
    else expect(read(declared('rate'), typed)).toBe(written);
  });

  it('a bare share below one is asked about, never guessed', () => {
    expect(() => read(declared('rate'), '0.3')).toThrow('看不出是 0.3% 还是 30%');
  });

  it.each(['', '　', '几十万', '-5', '1,20', '1e3', '=1+1', '0.0000001'])('money refuses %j', (typed) => expect(() => read(declared('money'), typed)).toThrow(/还没有填|不是一个人民币金额/));

  it('numbers, yes and no', () => {
    expect(read(declared('number'), '1,000')).toBe('1000');
    expect(() => read(declared('number'), '十')).toThrow('请只填数字');
    expect([read(declared('yes-no'), '是'), read(declared('yes-no'), false)]).toEqual([true, false]);
    expect(() => read(declared('yes-no'), '对')).toThrow('只能是“是”或“否”');
  });

  it('words of a list in its order, each once; others are named', () => {
    const list = declared('list', { list: 'levels' });
    expect(read(list, ['市级', '国家级', '市级'])).toEqual(['国家级', '市级']);
    expect(read(list, '省级， 国家级')).toEqual(['国家级', '省级']);
    expect(() => read(list, ['省级', '部级'])).toThrow('里没有“部级”这些选项，请从国家级、省级、市级中选择');
    expect(() => read(list, [])).toThrow('还没有填');
    expect(read(declared('text', { list: 'levels' }), '省级')).toBe('省级');
  });

  it('units by any of their names; words as they stand, full-width marks and all', () => {
    expect(read(declared('unit'), '人社局')).toBe('rsj');
    expect(() => read(declared('unit'), '某某局')).toThrow('不在单位名录里');
    expect(read(declared('text'), ' 按季度，逐次通报 ')).toBe('按季度，逐次通报');
  });

  it('is written so that it can be typed again', () => {
    expect(valueInChinese(pack, declared('money'), '10000万元')).toBe('10,000万元');
    expect(valueInChinese(pack, usd, '1000万美元')).toBe('1,000万美元');
    expect(valueInChinese(pack, declared('unit'), 'rsj')).toBe('人力资源和社会保障局');
    expect(valueInChinese(pack, declared('yes-no'), true)).toBe('是');
  });
});
