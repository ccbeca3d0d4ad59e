import type { Stage } from '../../base/context.ts';
import { administrators, type Role, type SecurityProfile } from './terms.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A session as it stands in the table, with what its account has. */
export interface SessionFacts {
  readonly role: Role | 'none';
  readonly beganAt: Date;
  readonly seenAt: Date;
  /** When a second factor was last shown in it. */
  readonly provedAt: Date | null;
  readonly hasFactor: boolean;
  /** Null without a password. */
  readonly passwordAt: Date | null;
  /** Of a demonstration: it is entered without password and factor. */
  readonly demo: boolean;
}

/** Whether a session still lives: not unused for too long, not begun too long ago. */
export function isAlive({ role, beganAt, seenAt }: SessionFacts, { idleMinutes, sessionHours }: SecurityProfile, now: Date): boolean {
  const idle = (administrators as readonly string[]).includes(role) ? idleMinutes.administrator : idleMinutes.staff;
  return now.getTime() < seenAt.getTime() + idle * MINUTE && now.getTime() < beganAt.getTime() + sessionHours * 60 * MINUTE;
}

/** How far a session has come. The second factor goes first: who cannot show it changes nothing. */
export function stageOf({ provedAt, hasFactor, passwordAt, demo }: SessionFacts, profile: SecurityProfile, now: Date): Stage {
  if (demo) return 'full';
  if (hasFactor && provedAt === null) return 'factor';
  if (daysLeft(passwordAt, profile, now) === 0) return 'password';
  return provedAt === null ? 'enrol' : 'full';
}

/** Whole or begun days until a password must be changed, 0 when it is due; null where it never is. */
export function daysLeft(passwordAt: Date | null, { passwordDays }: SecurityProfile, now: Date): number | null {
  if (passwordAt === null || passwordDays === null) return null;
  return Math.max(0, Math.ceil((passwordAt.getTime() + passwordDays * DAY - now.getTime()) / DAY));
}
