import type { DayRow } from './day-api.ts';

/** How a row stands by its day: late, due soon, or neither. */
export function paceOf({ due, left }: Pick<DayRow, 'due' | 'left'>, today: string): 'late' | 'slow' | 'good' | 'idle' {
  if (due === null) return 'idle';
  if (due < today) return 'late';
  return due === today || (left !== null && left <= 1) ? 'slow' : 'good';
}

/** The deadline as people say it: 超 3 工作日, 今天, 剩 2 工作日. */
export function dueText({ due, left, age }: Pick<DayRow, 'due' | 'left' | 'age'>, today: string): string {
  if (due === null) return age === null ? '待办' : age === 0 ? '今天来的' : `等 ${age} 工作日`;
  if (due === today) return '今天';
  if (left === null) return due < today ? '已过期' : due;
  return left < 0 ? `超 ${-left} 工作日` : due < today ? '已过期' : `剩 ${left} 工作日`;
}
