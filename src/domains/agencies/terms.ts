import type { SubjectKind } from '../../mechanism/vocabulary.ts';

/** What can be said of an agency with an office in the city. Its name is its number. */
export const agency: SubjectKind = {
  kind: 'agency',
  label: '中介机构',
  numberLabel: '机构名称',
  fields: { wellKnown: { label: '国内知名', type: 'yes-no' } },
  milestones: {
    opened: { label: '设点' },
    closed: { label: '撤点' },
  },
  references: {},
};
