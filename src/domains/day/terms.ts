/** What can wait for somebody, as it is tagged. */
export const dayKinds = ['desk', 'returned', 'step', 'mention', 'promise', 'decision', 'offer', 'explanation', 'import'] as const;
export type DayKind = (typeof dayKinds)[number];

export const dayLabels: Readonly<Record<DayKind, string>> = {
  desk: '认定', returned: '退回', step: '跟进', mention: '提醒', promise: '约定', decision: '口径', offer: '协商', explanation: '首报', import: '导入',
};

/** What is due is listed so many working days ahead. */
export const DAYS_AHEAD = 10;
/** The most rows of one kind. */
export const ROWS = 100;
