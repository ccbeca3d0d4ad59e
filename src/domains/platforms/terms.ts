import type { SubjectKind } from '../../mechanism/vocabulary.ts';

/** What can be said of an innovation platform. Its name is its number. */
export const platform: SubjectKind = {
  kind: 'platform',
  label: '创新平台',
  numberLabel: '平台名称',
  fields: {
    type: { label: '平台类型', type: 'text' },
    industry: { label: '产业', type: 'text' },
    highEnd: { label: '高端研发平台', type: 'yes-no' },
  },
  milestones: {},
  references: {},
};
