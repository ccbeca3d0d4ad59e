import { describe, expect, it } from 'vitest';
import { windowsOf } from '../../kernel/window.ts';
import { dueByNow, lightOf, worst } from './light.ts';

const [first, second] = windowsOf(2026, 'quarter') as [ReturnType<typeof windowsOf>[0], ReturnType<typeof windowsOf>[0]];
const year = windowsOf(2026, 'year')[0]!;

describe('the light of a target (a2 a9)', () => {
  it.each([
    ['met in a passed window', { window: first, today: '2026-05-01', value: 1, target: 1 }, 'met'],
    ['missed in a passed window', { window: first, today: '2026-04-01', value: 0, target: 1 }, 'missed'],
    ['the last day of the window is not passed', { window: first, today: '2026-03-31', value: 0, target: 1 }, 'slow'],
    ['one visit is not due before the quarter ends', { window: second, today: '2026-06-29', value: 0, target: 1 }, 'on-track'],
    ['not begun', { window: second, today: '2026-03-31', value: 0, target: 1 }, 'to-come'],
    ['met before it begins', { window: second, today: '2026-03-31', value: 1, target: 1 }, 'met'],
    ['24 sessions by 30 June: 181 of 365 days ask for 11', { window: year, today: '2026-06-30', value: 11, target: 24 }, 'on-track'],
    ['24 sessions by 30 June: 10 are slow', { window: year, today: '2026-06-30', value: 10, target: 24 }, 'slow'],
  ] as const)('%s', (_name, judged, light) => {
    expect(lightOf({ ...judged, isRatio: false })).toBe(light);
  });

  it('a ratio is compared as it is (s3.2), and one without a denominator is not slow', () => {
    expect(lightOf({ window: year, today: '2026-01-02', value: 0.29, target: 0.3, isRatio: true })).toBe('slow');
    expect(lightOf({ window: year, today: '2026-01-02', value: null, target: 0.3, isRatio: true })).toBe('on-track');
    expect(lightOf({ window: year, today: '2027-01-01', value: null, target: 0.3, isRatio: true })).toBe('missed');
  });

  it('what is due by now is whole events', () => {
    expect(dueByNow({ window: year, today: '2026-12-31', value: 0, target: 24, isRatio: false })).toBe(24);
    expect(dueByNow({ window: year, today: '2026-01-01', value: 0, target: 24, isRatio: false })).toBe(0);
  });

  it('a task shows the worst of its lights', () => {
    expect(worst(['met', 'slow', 'missed'])).toBe('missed');
    expect(worst(['met', 'to-come'])).toBe('to-come');
    expect(worst([])).toBe('none');
  });
});
