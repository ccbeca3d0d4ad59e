import type { Day } from '../../kernel/day.ts';
import type { DayKind } from './terms.ts';

/** Something that waits, before its working days are counted. */
export interface Waiting {
  readonly key: string;
  readonly kind: DayKind;
  /** The record of which it is; its name stands before `title`, or is it. */
  readonly subject?: string | undefined;
  readonly title: string;
  readonly below: string;
  readonly due: Day | null;
  /** Due so many working days after `since`, in the place of `due`. */
  readonly dueAfter?: number | null;
  readonly since: Day | null;
  readonly action: string;
  readonly path: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly mention?: string;
}
