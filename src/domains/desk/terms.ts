import type { VerdictState } from '../../mechanism/dossier.ts';

/** Rows of the desk on a page; what of them is judged at once. */
export const DESK_PAGE = 50;

/** What a milestone waits for: to be verified, to be certified, or to be heard again after an appeal. */
export const waits = ['verify', 'certify', 'appeal'] as const;
export type Waits = (typeof waits)[number];

export const waitLabels: Record<Waits, string> = { verify: '待初核', certify: '待认定', appeal: '申诉待复核' };

/** @param part whose turn it is, where it is no appeal */
export function waitsOf(state: VerdictState, part: 'verify' | 'certify'): Waits {
  return state === 'appealed' ? 'appeal' : part;
}

/** What an auditor asks for, in the order in which it is offered. */
export const reportKinds = ['last-days', 'backdated', 'after-freeze', 'near-threshold', 'incomplete', 'no-document'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportLabels: Record<ReportKind, { readonly label: string; readonly says: string }> = {
  'last-days': { label: '期末突击认定', says: '在所选时段最后五天作出的认定。' },
  backdated: { label: '倒填日期', says: '在所选时段内登记、但登记日比事项日期晚得超过规定天数的；期初建账的不列。' },
  'after-freeze': { label: '封账后变动', says: '所选时段内的事项，在封账之后又使认定口径的数发生变化的。' },
  'near-threshold': { label: '刚过标准', says: '金额刚刚达到机制里某项标准的，以超出幅度为限；按现在的内容，不分时段。' },
  incomplete: { label: '材料不全的认定', says: '在所选时段内认定、至今缺应有佐证或内容的；期初建账的不列。' },
  'no-document': { label: '没有依据文件', says: '在所选时段内没有写明依据文件的封账、上级认定和口径决定。' },
};

/** Rows of a report on the page; the file has all of them up to its own limit. */
export const REPORT_PAGE = 500;
export const REPORT_EXPORT = 20_000;
