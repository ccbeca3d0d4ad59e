import type { Mechanism } from '../mechanism/mechanism.ts';
import type { Standing } from '../mechanism/dossier.ts';

/** Something that does not follow from what it is said to follow from. */
export interface AuditFinding {
  /** What was compared: the facts' fold, what stands beside it, postings, totals of months, award cases, the worklist, frozen figures. */
  readonly what: 'dossier' | 'reference' | 'credited' | 'posting' | 'total' | 'award' | 'waiting' | 'frozen';
  /** The subject's number; for a frozen figure, its window; for a total, its month; of what names no subject, the id. */
  readonly subject: string;
  /** In Chinese: the subject, what it should be, what it is. */
  readonly sentence: string;
}

/** A subject whose dossier is looked at. */
export interface AuditedSubject {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
}

/** `项目“XM-1”` */
export function titleOf({ kind, number }: Omit<AuditedSubject, 'id'>, { vocabulary }: Pick<Mechanism, 'vocabulary'>): string {
  return `${vocabulary[kind]?.label ?? kind}“${number}”`;
}

export const standingLabels: Record<Standing, string> = { declared: '申报口径', certified: '认定口径' };
