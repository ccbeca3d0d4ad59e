import { sqlState } from './database.ts';

/** Whether the database went away or is full: nothing is wrong with what was asked for, and it can be taken up again. */
export function isOutage(error: unknown): boolean {
  return /^(08|53|57|58)/.test(sqlState(error)) || (error as NodeJS.ErrnoException).syscall !== undefined || (error as Error).message.startsWith('Connection terminated');
}
