import type { VerdictAct } from '../../ledger/statements.ts';
import type { ProgressState, VerdictState } from '../../mechanism/dossier.ts';

export const stateLabels: Record<VerdictState | 'withdrawn', string> = {
  declared: '申报',
  verified: '初核',
  certified: '认定',
  'certified-upstream': '上级认定',
  returned: '退回',
  appealed: '申诉',
  'not-counted': '不计分',
  withdrawn: '已撤回',
};

/** The label of a state as the ledger stores it. */
export function stateLabelOf(state: string): string {
  return stateLabels[state as keyof typeof stateLabels] ?? state;
}

export const actLabels: Record<VerdictAct, string> = {
  declare: '申报',
  verify: '初核',
  certify: '认定',
  'certify-upstream': '上级认定',
  return: '退回',
  appeal: '申诉',
  'not-count': '不计分',
};

export const progressLabels: Record<ProgressState, string> = { advancing: '推进', behind: '滞后', shelved: '搁置', lost: '流失', ended: '终止' };

/** States that ask for a cause, so that what was lost can be searched by it later. */
export const CAUSED_PROGRESS: readonly ProgressState[] = ['shelved', 'lost', 'ended'];

/** In place of the number of a record that a seal keeps from who looks. */
export const SEALED_LABEL = '（保密）';

/** The record itself among its milestones. */
export const ENTRY_LABEL = '登记';

export const fieldTypes = ['text', 'choice', 'yes-no', 'money', 'number', 'day', 'person'] as const;

/** Acts that must say why. */
export const ACTS_WITH_REASON: readonly VerdictAct[] = ['return', 'appeal', 'not-count'];
/** What may stand beside a fact as evidence, and how many bytes of it. */
export const evidenceTypes = ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'ofd'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];
export const EVIDENCE_LIMIT = 20 * 1024 * 1024;
export const PAGE_SIZE = 50;
/** Cards of a board's column; the rest is a number and a link to the list. */
export const CARDS = 20;
/** The kinds of evidence under which a check on the spot stands, and its photos. */
export const SITE_CHECK = '现场核查记录';
export const SITE_PHOTO = '现场核查照片';
/** How many milestones are judged by one request. */
export const BATCH_LIMIT = 100;
