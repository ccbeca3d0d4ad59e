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
    content: { label: '建设内容', type: 'text' },
    // What it is called while it is sealed.
    codeName: { label: '代号', type: 'text' },
    contact: { label: '投资方联系人', type: 'person', personal: 'identity' },
    controller: { label: '实际控制人', type: 'person', personal: 'identity' },
  },
  milestones: {
    lead: { label: '线索' },
    assessed: { label: '研判' },
    admitted: { label: '准入评审' },
    negotiating: { label: '在谈' },
    framework: { label: '框架协议' },
    signed: { label: '签约' },
    registered: { label: '注册' },
    filed: { label: '备案' },
    environment: { label: '环评' },
    energy: { label: '能评' },
    safety: { label: '安评' },
    permitted: { label: '施工许可' },
    funded: { label: '到资' },
    started: { label: '开工' },
    completed: { label: '竣工' },
    inProduction: { label: '投产' },
    atCapacity: { label: '达效' },
    ceased: { label: '停业' },
  },
  references: {
    talent: { label: '人才', to: 'talent' },
    platform: { label: '落户平台', to: 'platform' },
    activity: { label: '对接活动', to: 'activity' },
    earlierPhase: { label: '前一期项目', to: 'project' },
  },
};

/** Photos beside one follow-up, and how many bytes each may have. */
export const PHOTOS = 3;
export const PHOTO_LIMIT = 20 * 1024 * 1024;

export const promiseSides = ['city', 'investor'] as const;
export type PromiseSide = (typeof promiseSides)[number];
export const sideLabels: Readonly<Record<PromiseSide, string>> = { city: '我方承诺', investor: '投资方承诺' };

/** Where a promise stands; `late`: kept after the day on which it was due. */
export const promiseStates = ['open', 'kept', 'late', 'waived', 'withdrawn'] as const;
export type PromiseState = (typeof promiseStates)[number];
export const promiseStateLabels: Readonly<Record<PromiseState, string>> = { open: '待履行', kept: '已履行', late: '逾期履行', waived: '已免除', withdrawn: '已撤回' };
