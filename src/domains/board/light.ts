import { paceOf, stateOf, type Window } from '../../kernel/window.ts';
import type { Day } from '../../kernel/day.ts';
import type { LightState } from './terms.ts';

/** What a light is judged by. Values and targets in the measure's own unit; null where a ratio has nothing to divide by. */
export interface Judged {
  readonly window: Window;
  readonly today: Day;
  readonly value: number | null;
  readonly target: number;
  /** A ratio is compared with its target as it is; a count with the share of it that is due by now. */
  readonly isRatio: boolean;
}

/** Whole events cannot be held in part: what is due by now is the target times the pace, rounded down. */
export function dueByNow({ window, today, target, isRatio }: Judged): number {
  return isRatio ? target : Math.floor(target * paceOf(window, today));
}

/** A target's light. Certified figures decide: what is only declared does not reach a target. */
export function lightOf(judged: Judged): LightState {
  const value = judged.value ?? 0;
  if (judged.value !== null && value >= judged.target) return 'met';
  const state = stateOf(judged.window, judged.today);
  if (state === 'to-come') return 'to-come';
  if (state === 'passed') return 'missed';
  return judged.value === null || value >= dueByNow(judged) ? 'on-track' : 'slow';
}

const SEVERITY: readonly LightState[] = ['missed', 'slow', 'on-track', 'to-come', 'met', 'none'];

/** The worst of a task's lights; `none` where it has no line. */
export function worst(lights: readonly LightState[]): LightState {
  return SEVERITY.find((it) => lights.includes(it)) ?? 'none';
}
