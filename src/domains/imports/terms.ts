/** Why a row is refused. A row has one code: the first in this order that holds. */
export const refusalCodes = ['missing', 'bad-value', 'bad-date', 'bad-number', 'bad-credit-code', 'unknown-unit', 'bad-share', 'unknown-ref', 'duplicate-id', 'not-open', 'held', 'resigned'] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const refusalLabels: Record<RefusalCode, string> = {
  missing: '必填项空缺',
  'bad-value': '不在选项之中',
  'bad-date': '日期有误',
  'bad-number': '金额有误',
  'bad-credit-code': '信用代码有误',
  'unknown-unit': '单位不认识',
  'bad-share': '分成有误',
  'unknown-ref': '引用不存在',
  'duplicate-id': '编号重复',
  'not-open': '编号不能使用',
  held: '已有单位在谈',
  resigned: '重复签约',
};

/** A row left out: where it stands in the file, why, and what to do. */
export interface Rejection {
  readonly sheet: string;
  readonly row: number;
  readonly code: RefusalCode;
  readonly message: string;
}

/** The column that a file of refused rows has beside each row. */
export const REASON_HEADING = '退回原因';

export const importStates = ['previewed', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** Why a record may be what a row is about. */
export const matchReasons = ['same-code-and-name', 'same-code', 'same-name', 'alike'] as const;
export type MatchReason = (typeof matchReasons)[number];

export const matchLabels: Record<MatchReason, string> = {
  'same-code-and-name': '信用代码和名称相同',
  'same-code': '信用代码相同，名称不同',
  'same-name': '名称相同',
  alike: '名称相近',
};
