import type { WindowView } from './shapes.ts';

/** A window's words where its year is known already: 第一季度, 3—4月, 全年. */
export function shortWindow({ label }: { label: string }): string {
  return label.replace(/^\d{4}年(?!\d*月?\d*日)/, '') || '全年';
}

/** How a window stands: 已结束, 进行中，序时73%, 未开始. */
export function windowStanding({ state, pace }: WindowView): string {
  return { passed: '已结束', running: `进行中，序时 ${Math.round(pace * 100)}%`, 'to-come': '未开始' }[state];
}

/** How often windows of a length come: 每季度, 每两个月, 全年. */
export function periodWord(name: string): string {
  const words: Record<string, string> = { H: '每半年', Q: '每季度', B: '每两个月', '-': '每月' };
  return words[name.charAt(4)] ?? '全年';
}

/** The year that a window begins in. */
export function windowYear(name: string): number {
  return Number(name.slice(0, 4));
}

/** The same part of another year; undefined where a window is two days of its own. */
export function inYear(name: string, year: number): string | undefined {
  return name.includes('..') ? undefined : `${year}${name.slice(4)}`;
}
