import { type Day, yearOf } from '../kernel/day.ts';
import { formatDecimal } from '../kernel/decimal.ts';
import { type Period, windowsOf } from '../kernel/window.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import type { Decision, Parameters } from '../mechanism/parameters.ts';
import { targetAmount } from '../mechanism/target.ts';
import type { Change } from './preview-cases.ts';

/** What a target asks for in a window, before and after: decimal text, `0` while it is open. */
export interface PreviewedTarget {
  readonly task: string;
  readonly measure: string;
  readonly window: string;
  readonly atLeast: Change<string>;
}

/** The targets that a decision changes, in windows from its first day up to this year. */
export function previewTargets(mechanism: Mechanism, { parameter, from }: Decision, parameters: Change<Parameters>, today: Day): PreviewedTarget[] {
  const first = yearOf(from ?? today);
  const years = Array.from({ length: Math.max(1, yearOf(today) - first + 1) }, (_, index) => first + index);
  return mechanism.pack.tasks.flatMap((task) => task.targets.flatMap((target): PreviewedTarget[] => {
    if (typeof target.atLeast !== 'object' || target.atLeast.param !== parameter) return [];
    return years.flatMap((year) => windowsOf(year, target.per as Period)).flatMap((window): PreviewedTarget[] => {
      const [before, after] = parameters.map((it) => formatDecimal(targetAmount(target, it, window.to))) as [string, string];
      return before === after ? [] : [{ task: task.id, measure: target.measure, window: window.name, atLeast: [before, after] }];
    });
  }));
}
