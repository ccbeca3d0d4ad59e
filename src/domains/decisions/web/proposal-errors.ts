import type { FieldError } from '../../../ui/api-refusal.ts';
import type { OpenedQuestion } from './shapes.ts';

/** A proposal as it stands in the form. */
export interface TypedProposal {
  value: string | string[];
  from: string;
  document: string;
}

export const emptyProposal: TypedProposal = { value: '', from: '', document: '' };

const wording: Partial<Record<OpenedQuestion['form']['type'], string>> = { 'yes-no': '请选“是”或“否”', list: '请至少选一项', unit: '请选择单位' };

/** What is missing before a proposal can be sent, in the order of the form. */
export function missingErrors({ form, label }: OpenedQuestion, { value, from, document }: TypedProposal): FieldError[] {
  return [
    ...(value.length === 0 || (typeof value === 'string' && value.trim() === '') ? [{ name: 'value', message: wording[form.type] ?? `请填写${label}` }] : []),
    ...(from === '' ? [{ name: 'from', message: '请选从哪一天起算' }] : []),
    ...(document.trim() === '' ? [{ name: 'document', message: '请写明作出决定的文件或会议' }] : []),
  ];
}
