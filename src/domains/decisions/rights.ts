import type { RightLabels, RightRows } from '../../base/rights.ts';

/** Decisions are read by everybody who reads figures (`figures:read`); two different persons propose and approve. */
export const decisionsRights: RightRows = {
  'decisions:propose': { 'talent-office': 'all', 'commerce-bureau': 'all' },
  'decisions:approve': { 'talent-office': 'all', 'commerce-bureau': 'all', 'city-leader': 'all' },
};

export const decisionsRightLabels: RightLabels = {
  'decisions:propose': '提出口径',
  'decisions:approve': '批准口径',
};
