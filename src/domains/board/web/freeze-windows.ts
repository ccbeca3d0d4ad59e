import { stateOf, type Window, windowInChinese, windowsOf } from '../../../kernel/window.ts';

/** A window that can be frozen, and its words. */
export interface FreezableWindow {
  value: string;
  label: string;
}

/** Months and half-years of the years that have passed and are not frozen yet, the latest first. */
export function freezableWindows(years: readonly number[], today: string, frozen: readonly { window: string }[]): FreezableWindow[] {
  const held = new Set(frozen.map((it) => it.window));
  const latestFirst = (a: Window, b: Window) => (a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to < b.to ? 1 : -1);
  return years
    .flatMap((year) => [...windowsOf(year, 'half'), ...windowsOf(year, 'month')])
    .filter((it) => stateOf(it, today) === 'passed' && !held.has(it.name))
    .sort(latestFirst)
    .map((it) => ({ value: it.name, label: windowInChinese(it) }));
}
