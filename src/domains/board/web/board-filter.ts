import type { LightState } from '../terms.ts';
import type { Task } from './shapes.ts';

export interface BoardChoice {
  light?: LightState | undefined;
  /** Leads, or takes part. */
  unit?: string | undefined;
}

export function boardFilter(tasks: readonly Task[], { light, unit }: BoardChoice): Task[] {
  return tasks.filter((it) => (light === undefined || it.light === light) && (unit === undefined || isOf(it, unit)));
}

function isOf(task: Task, unit: string): boolean {
  return task.lead.some((it) => it.id === unit) || task.with.some((it) => it.id === unit);
}

/** Every unit that a task names, in the order of the tasks. */
export function unitsOf(tasks: readonly Task[]): { id: string; name: string }[] {
  const found = new Map(tasks.flatMap((it) => [...it.lead, ...it.with]).map((it) => [it.id, it]));
  return [...found.values()];
}
