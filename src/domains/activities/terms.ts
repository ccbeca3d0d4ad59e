import type { SubjectKind } from '../../mechanism/vocabulary.ts';

/** What can be said of an activity: a roadshow, a matching visit, a training, a meeting. */
export const activity: SubjectKind = {
  kind: 'activity',
  label: '活动',
  numberLabel: '活动编号',
  nameField: 'name',
  fields: {
    name: { label: '活动名称', type: 'text' },
    type: { label: '活动类型', type: 'choice', list: 'activityTypes' },
    form: { label: '形式', type: 'text' },
    institution: { label: '高校院所', type: 'text' },
  },
  milestones: { held: { label: '举办' } },
  references: {},
};
