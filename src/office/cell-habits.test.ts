import { expect, test } from 'vitest';
import { amountOfCell, dayOfCell, listOfCell, partnersOfCell, textOf } from './cell-habits.ts';
import type { Cell } from './sheet.ts';

test.each<[Cell | undefined, string]>([[null, ''], [undefined, ''], ['　甲 乙 ', '甲 乙'], [true, '是'], [{ number: '0.1' }, '0.1'], [{ date: '2021-03-05' }, '2021-03-05']])('the text of %j is “%s”', (cell, text) => {
  expect(textOf(cell)).toBe(text);
});

test.each<[Cell, string | undefined]>([
  [{ date: '2021-03-05' }, '2021-03-05'],
  [{ number: '44260' }, '2021-03-05'],
  ['44260.75', '2021-03-05'],
  ['2021-3-5', '2021-03-05'],
  [' 2021 . 3 . 5 ', '2021-03-05'],
  ['２０２１年３月５日', '2021-03-05'],
  ['20210305', '2021-03-05'],
  ['2021/3/5 14:30', '2021-03-05'],
  ['3月5日', undefined],
  ['2021-02-29', undefined],
  ['2021', undefined],
  [null, undefined],
])('%j is the day %s', (cell, day) => {
  expect(dayOfCell(cell)).toBe(day);
});

test.each<[Cell, '元' | '万元', string, bigint | undefined]>([
  [{ number: '4300' }, '万元', '元', 4_300_000_000n],
  ['1,200', '万元', '元', 1_200_000_000n],
  ['１２０', '元', '元', 12_000n],
  ['4300万元', '元', '元', 4_300_000_000n],
  ['1.2亿', '万元', '元', 12_000_000_000n],
  ['¥500元', '万元', '元', 50_000n],
  ['500万美元', '万元', '美元', 500_000_000n],
  ['500万美元', '万元', '元', undefined],
  ['0.001元', '万元', '元', undefined],
  ['1,20', '万元', '元', undefined],
  ['-5', '万元', '元', undefined],
  ['约500', '万元', '元', undefined],
])('%j in %s of %s is %s', (cell, unit, currency, fen) => {
  expect(amountOfCell(cell, unit, currency)).toBe(fen);
});

test('partners have shares, or say that theirs cannot be read', () => {
  expect(partnersOfCell('黄桥经济开发区 40%、虹桥园区（10.5％）；城区工业园 40')).toEqual([
    { name: '黄桥经济开发区', percent: '40' },
    { name: '虹桥园区', percent: '10.5' },
    { name: '城区工业园', percent: undefined },
  ]);
  expect(listOfCell(' 甲、乙，丙;丁 ')).toEqual(['甲', '乙', '丙', '丁']);
});
