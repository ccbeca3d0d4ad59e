import type { SubjectKind } from '../../mechanism/vocabulary.ts';

/** What can be said of money that an investor put into a project. */
export const investment: SubjectKind = {
  kind: 'investment',
  label: '投资',
  numberLabel: '投资编号',
  fields: {
    investor: { label: '投资方', type: 'text' },
    nature: { label: '资金性质', type: 'choice', list: 'fundNatures' },
    // In 人民币: what rules count.
    amount: { label: '实际投资额', type: 'money', from: 'originalAmount' },
    // What arrived where it was foreign money.
    originalAmount: { label: '原币金额', type: 'money', currency: 'currency' },
    currency: { label: '币种', type: 'choice', list: 'currencies' },
    investmentLed: { label: '以投带引', type: 'yes-no' },
  },
  milestones: { arrived: { label: '到账' }, divested: { label: '撤资' } },
  references: { project: { label: '项目', to: 'project' } },
};
