import { expect, it } from 'vitest';
import { minutesForSource, minutesToWait, networkOf } from './lockout.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 5) + seconds * 1000);
/** Newest first. */
const failures = (...seconds: number[]): Date[] => seconds.map(at).reverse();

it('waits from the fifth failure in 15 minutes for 15 minutes, to the second', () => {
  expect(minutesToWait(failures(0, 1, 2, 3), at(4))).toBe(0);
  const five = failures(0, 1, 2, 3, 4);
  expect(minutesToWait(five, at(4))).toBe(15);
  expect(minutesToWait(five, at(4 + 899))).toBe(1);
  expect(minutesToWait(five, at(4 + 900))).toBe(0);
});

it('counts only failures within 15 minutes of each other', () => {
  expect(minutesToWait(failures(0, 1, 2, 3, 900), at(901))).toBe(15);
  expect(minutesToWait(failures(0, 1, 2, 3, 901), at(902))).toBe(0);
});

it('one more failure after the wait does not close it again', () => {
  expect(minutesToWait(failures(1, 2, 3, 4, 905), at(906))).toBe(0);
});

it('an address waits while thirty of its wrong tries lie within 15 minutes, to the second', () => {
  const thirty = failures(...Array.from({ length: 30 }, (_, n) => n));
  expect(minutesForSource(thirty.slice(0, 29), at(30))).toBe(0);
  expect(minutesForSource(thirty, at(30))).toBe(15);
  expect(minutesForSource(thirty, at(899))).toBe(1);
  expect(minutesForSource(thirty, at(900))).toBe(0);
});

it.each([
  ['192.0.2.7', '192.0.2.7'], ['::ffff:192.0.2.7', '192.0.2.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:0DB8:1:2::9', '2001:db8:1:2'], ['2001:db8::1', '2001:db8:0:0'], ['::1', '0:0:0:0'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
