import type { Day } from '../kernel/day.ts';
import type { Decimal } from '../kernel/decimal.ts';

/** Where a statement stands in certification. `withdrawn` facts leave the dossier. */
export const verdictStates = ['declared', 'verified', 'certified', 'certified-upstream', 'returned', 'appealed', 'not-counted'] as const;
export type VerdictState = (typeof verdictStates)[number];

/** Which statements a figure believes. */
export const standings = ['declared', 'certified'] as const;
export type Standing = (typeof standings)[number];

/** Text, choice, day, person id; money as integer fen text; numbers as decimal text. */
export type Value = string | boolean;

export interface Milestone {
  /** Null for the entry, which has no day of its own. */
  readonly day: Day | null;
  readonly state: VerdictState;
  /** Id of the standing fact that says it. */
  readonly fact: string;
  /** The unit that said it last: it never certifies it. */
  readonly unit: string;
}

export interface Credit {
  readonly unit: string;
  /** Exact decimal text; the parts add up to 1 where credit is by share. */
  readonly share: string;
}

/** Who is credited from a day on; null is from the start. */
export interface CreditSpan {
  readonly from: Day | null;
  readonly parts: readonly Credit[];
}

/** How a matter goes on beside its milestones: 推进, 滞后, 搁置, 流失, 终止. */
export const progressStates = ['advancing', 'behind', 'shelved', 'lost', 'ended'] as const;
export type ProgressState = (typeof progressStates)[number];

/** What was said last of how a matter goes on. */
export interface Progress {
  readonly is: ProgressState;
  readonly day: Day;
  /** Why, as a word of the pack's list that can be searched later; '' where none is asked. */
  readonly cause: string;
}

/** Everything that stands about one subject: the fold of its facts and verdicts. */
export interface Dossier {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  /** The unit that declared it. */
  readonly unit: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly milestones: Readonly<Record<string, Milestone>>;
  readonly references: Readonly<Record<string, string>>;
  readonly credits: readonly CreditSpan[];
  /** Absent while nothing was said of it. No rule counts by it. */
  readonly progress?: Progress;
}

/** The dossiers round a subject that its rules may read. */
export interface Neighbourhood {
  get(id: string): Dossier | undefined;
  /** Those of a kind that refer to the subject by a role, in the order of their numbers. */
  referring(id: string, kind: string, role: string): readonly Dossier[];
}

/** What rules derive from one subject. Days, owners and clauses are the pack's; quantity is exact. */
export interface Posting {
  readonly measure: string;
  /** A unit's id, `city`, or a subject's id. */
  readonly owner: string;
  readonly standing: Standing;
  readonly day: Day;
  readonly quantity: Decimal;
  /** 1 where the rule could not say yes or no; −1 where a state that was in doubt closes. */
  readonly doubt: number;
  readonly clause: string;
  readonly facts: readonly string[];
}

/** The whole city as the owner of a figure. */
export const CITY = 'city';
