import type { RightLabels, RightRows } from '../../base/rights.ts';

/** Totals are everybody's; what they consist of is shown as far as `records:read` reaches. */
export const boardRights: RightRows = {
  'figures:read': {
    'park-officer': 'all', 'park-leader': 'all', 'township-officer': 'all', 'office-handler': 'all', 'office-leader': 'all', 'talent-office': 'all', 'commerce-bureau': 'all',
    finance: 'all', 'assessment-office': 'all', 'city-leader': 'all', 'audit-observer': 'all', integration: 'all',
  },
  'freezes:make': { 'talent-office': 'all' },
  'units:merge': { 'talent-office': 'all' },
};

export const boardRightLabels: RightLabels = {
  'figures:read': '看任务和数字',
  'freezes:make': '封账',
  'units:merge': '撤并单位',
};
