import type { DeskAct, DeskRow } from './shapes.ts';

export interface ActWords {
  readonly act: DeskAct;
  readonly key: string;
  readonly label: string;
  /** What comes of it, said before it is done. */
  readonly consequence: string;
  readonly negative: boolean;
}

/** The acts of the desk, each with its key. */
export const deskActs: readonly ActWords[] = [
  { act: 'verify', key: 'V', label: '初核', consequence: '初核通过后，交由认定部门认定。', negative: false },
  { act: 'certify', key: 'C', label: '认定', consequence: '认定后即计入各项指标。', negative: false },
  { act: 'certify-upstream', key: 'U', label: '上级认定', consequence: '按上级公布的名单认定，认定后即计入各项指标。', negative: false },
  { act: 'return', key: 'R', label: '退回', consequence: '退回申报单位补正。补正后可以重新申报，也可以申诉。', negative: true },
  { act: 'not-count', key: 'N', label: '不计分', consequence: '事实予以认可，但不计入指标。申报单位可以申诉。', negative: true },
];

/** One row of the desk among others: a record may wait with several milestones. */
export function rowKey({ id, milestone }: Pick<DeskRow, 'id' | 'milestone'>): string {
  return `${id} ${milestone}`;
}

/** `已等 3 个工作日`; empty where it cannot be told. */
export function ageText(age: number | null): string {
  if (age === null) return '';
  return age === 0 ? '今天报来' : `已等 ${age} 个工作日`;
}
