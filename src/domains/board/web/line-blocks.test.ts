import { expect, test } from 'vitest';
import { lineBlocks } from './line-blocks.ts';
import type { Line } from './shapes.ts';

function line(measure: string, owner: string, window: string): Line {
  const from = window.length === 4 ? `${window}-01-01` : `${window.slice(0, 4)}-${window.slice(5).padStart(2, '0')}-01`;
  return {
    measure, label: measure, unit: '期', owner: { id: owner, name: owner }, window: { name: window, label: window, from, to: from, state: 'passed', pace: 1 },
    target: 1, stretch: null, firmness: 'hard', certified: 1, declared: 1, doubt: 0, frozen: false, light: 'met', reason: '',
  };
}

test('lines of one measure and one length of window are one table; the city stands apart', () => {
  const blocks = lineBlocks([
    line('sessions', 'kejiju', '2021Q2'), line('sessions', 'kejiju', '2021Q1'), line('sessions', 'rencaiban', '2021Q1'),
    line('sessions', 'gaoxinqu', '2021B1'), line('sessions', 'park', '2021'), line('sessions', 'city', '2021'), line('landings', 'city', '2021'),
  ]);
  expect(blocks.map((it) => [it.measure, it.windows.map((window) => window.name), it.rows.map((row) => row.owner.id)])).toEqual([
    ['sessions', ['2021Q1', '2021Q2'], ['kejiju', 'rencaiban']],
    ['sessions', ['2021B1'], ['gaoxinqu']],
    ['sessions', ['2021'], ['park']],
    ['sessions', ['2021'], ['city']],
    ['landings', ['2021'], ['city']],
  ]);
  expect(blocks[0]!.rows[1]!.lines.has('2021Q2')).toBe(false);
});
