import type { SubjectKind } from '../../mechanism/vocabulary.ts';

/** What can be said of a project. Money stands in the smallest unit of its currency. */
export const project: SubjectKind = {
  kind: 'project',
  label: '项目',
  numberLabel: '项目编号',
  nameField: 'name',
  fields: {
    name: { label: '项目名称', type: 'text' },
    investor: { label: '投资方', type: 'text' },
    creditCode: { label: '统一社会信用代码', type: 'text' },
    type: { label: '项目类型', type: 'choice', list: 'projectTypes' },
    talentLed: { label: '人才领办创办', type: 'yes-no' },
    chain: { label: '产业链', type: 'text' },
    planned: { label: '计划总投资', type: 'money', currency: 'currency' },
    currency: { label: '币种', type: 'choice', list: 'currencies' },
    paidIn: { label: '实缴资本', type: 'money' },
    agreement: { label: '协议类型', type: 'choice', list: 'agreements' },
  },
  milestones: {
    signed: { label: '签约' },
    registered: { label: '注册' },
    started: { label: '开工' },
    inProduction: { label: '投产' },
  },
  references: {
    talent: { label: '人才', to: 'talent' },
    platform: { label: '落户平台', to: 'platform' },
    activity: { label: '对接活动', to: 'activity' },
  },
};
