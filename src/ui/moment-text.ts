import { TIME_ZONE } from '../kernel/day.ts';

const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });

/** `2021-09-23 10:42` in Asia/Shanghai, of an instant as the server writes it. */
export function momentText(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : shown.format(at);
}
