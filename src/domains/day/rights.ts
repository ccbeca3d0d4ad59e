import type { RightLabels, RightRows } from '../../base/rights.ts';

/** Everybody who works on records: what is listed goes by the rights of what it leads to. */
export const dayRights: RightRows = {
  'day:read': {
    'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'own', 'office-leader': 'own', 'talent-office': 'own', 'commerce-bureau': 'own',
    finance: 'own', 'assessment-office': 'own', 'city-leader': 'own', 'audit-observer': 'own',
  },
};

export const dayRightLabels: RightLabels = { 'day:read': '看今日要办' };
