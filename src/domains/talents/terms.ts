import type { SubjectKind } from '../../mechanism/vocabulary.ts';

/** What can be said of a talent. The name, and an introducer who may be a person, stand in `person` and are named by id. */
export const talent: SubjectKind = {
  kind: 'talent',
  label: '人才',
  numberLabel: '人才编号',
  nameField: 'name',
  fields: {
    name: { label: '姓名', type: 'person', personal: 'identity' },
    degree: { label: '学历', type: 'choice', list: 'degrees' },
    engagement: { label: '引进方式', type: 'choice', list: 'engagements' },
    role: { label: '人才类型', type: 'choice', list: 'talentRoles' },
    team: { label: '团队', type: 'yes-no' },
    employer: { label: '用人单位', type: 'text' },
    plan: { label: '入选计划', type: 'text' },
    planLevel: { label: '计划级别', type: 'choice', list: 'planLevels' },
    introducer: { label: '引荐方', type: 'person', personal: 'possibly' },
  },
  milestones: {
    introduced: { label: '引荐登记' },
    landed: { label: '落户' },
    selected: { label: '入选' },
    left: { label: '离开' },
  },
  references: {
    platform: { label: '落户平台', to: 'platform' },
  },
};
