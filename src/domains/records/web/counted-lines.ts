import { parseWindow, windowInChinese } from '../../../kernel/window.ts';
import type { Dossier } from './shapes.ts';

type Counted = Dossier['counted'][number];

/** One figure that the record counts in; certified or declared or both. */
export interface CountedLine {
  key: string;
  at: Counted;
  standings: Counted['standing'][];
  /** The window in words. */
  window: string;
}

/** What is counted in both standings becomes one line. */
export function countedLines(counted: readonly Counted[]): CountedLine[] {
  const lines = new Map<string, CountedLine>();
  for (const at of counted) {
    const key = [at.measure, at.owner.id, at.window, at.day, at.quantity].join(' ');
    const window = parseWindow(at.window);
    const line = lines.get(key) ?? { key, at, standings: [], window: window ? windowInChinese(window) : at.window };
    line.standings.push(at.standing);
    lines.set(key, line);
  }
  return [...lines.values()];
}
