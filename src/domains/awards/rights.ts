import type { RightLabels, RightRows } from '../../base/rights.ts';

export const awardsRights: RightRows = {
  'awards:read': {
    'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'all', 'office-leader': 'all', 'talent-office': 'all', 'commerce-bureau': 'all',
    finance: 'all', 'assessment-office': 'all', 'city-leader': 'all', 'audit-observer': 'all', integration: 'all',
  },
};

export const awardsRightLabels: RightLabels = {
  'awards:read': '看应兑现奖励',
};
