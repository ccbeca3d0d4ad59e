/** Where a decision stands. */
export const decisionStates = ['proposed', 'approved', 'withdrawn', 'rejected'] as const;
export type DecisionState = (typeof decisionStates)[number];

export const decisionStateLabels: Record<DecisionState, string> = { proposed: '待批准', approved: '已批准', withdrawn: '已撤回', rejected: '已驳回' };

/** What can be done with a decision that is proposed. */
export const decisionActs = ['approve', 'reject', 'withdraw', 'preview'] as const;
export type DecisionAct = (typeof decisionActs)[number];

export const decisionActLabels: Record<DecisionAct, string> = { approve: '批准', reject: '驳回', withdraw: '撤回', preview: '重新试算' };

/** How far the working out of what a decision would change is. */
export const previewStates = ['waiting', 'running', 'done', 'failed'] as const;
export type PreviewState = (typeof previewStates)[number];

/** What hangs on a parameter. */
export const hangerKinds = ['task', 'measure', 'award'] as const;
export type HangerKind = (typeof hangerKinds)[number];

export const hangerLabels: Record<HangerKind, string> = { task: '任务', measure: '指标', award: '奖励' };
