import type { Day } from '../kernel/day.ts';
import type { Credit, Progress, Value, VerdictState } from '../mechanism/dossier.ts';

/** Who states something, and in which request. */
export interface Author {
  /** The unit that speaks. */
  readonly unit: string;
  readonly account: string | null;
  readonly request: string;
  readonly today: Day;
}

/** Where a statement was read: a register's row. */
export interface Origin {
  readonly file: string;
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
}

/** What stands in an entry: the whole of it, as it should be from now on. */
export interface Entry {
  readonly fields: Readonly<Record<string, Value>>;
  readonly references: Readonly<Record<string, string>>;
  /** Shares add up to 1, or each is 1 where credit is not divided. */
  readonly credits: readonly Credit[];
}

/** The acts of certification. What each leaves behind is the state of the same name. */
export type VerdictAct = 'declare' | 'verify' | 'certify' | 'certify-upstream' | 'return' | 'appeal' | 'not-count';

export const stateAfter: Record<VerdictAct, VerdictState> = {
  declare: 'declared',
  verify: 'verified',
  certify: 'certified',
  'certify-upstream': 'certified-upstream',
  return: 'returned',
  appeal: 'appealed',
  'not-count': 'not-counted',
};

/** A verdict on some milestones of a subject, or on all that it has. */
export interface VerdictStatement {
  readonly act: VerdictAct;
  readonly milestones: 'all' | readonly string[];
  readonly reason?: string;
  readonly document?: string;
  readonly takenOver?: boolean;
}

/** Everything that is said of one subject at once. What is not mentioned stays as it is. */
export interface Statement {
  readonly subject: { readonly id: string; readonly kind: string; readonly number: string };
  /** The unit that declares it, where the author speaks for another: a register names it. */
  readonly unit?: string;
  readonly entry?: Entry;
  /** A day records the milestone, null takes it back. */
  readonly milestones?: Readonly<Record<string, Day | null>>;
  /** Later events are credited otherwise, from a day on. */
  readonly transfer?: { readonly from: Day; readonly parts: readonly Credit[] };
  /** How it goes on from a day; it reopens nothing. */
  readonly progress?: Progress;
  readonly verdict?: VerdictStatement;
  /** The record is taken back: it stands no more and counts nowhere. Said alone. */
  readonly withdrawn?: true;
  readonly origin?: Origin;
  readonly reason?: string;
}

/** A fact as it stands in the ledger. */
export interface Fact {
  readonly seq: bigint;
  readonly id: string;
  readonly subject: string;
  /** `entry`, `transfer`, `progress`, or a milestone. */
  readonly kind: string;
  readonly day: Day | null;
  readonly content: { fields?: Entry['fields']; references?: Entry['references']; credits?: readonly Credit[]; progress?: Pick<Progress, 'is' | 'cause'> };
  readonly withdrawn: boolean;
  readonly unit: string;
}

export interface Verdict {
  readonly seq: bigint;
  readonly subject: string;
  readonly milestone: string;
  readonly act: VerdictAct;
}

export const TRANSFER = 'transfer';
export const PROGRESS = 'progress';
