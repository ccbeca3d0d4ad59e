import type { RightLabels, RightRows } from '../../base/rights.ts';

export const projectsRights: RightRows = {
  // What is said of a record beside its facts: seen with the record, but by no other system.
  'followups:read': {
    'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'all', 'office-leader': 'all', 'talent-office': 'all', 'commerce-bureau': 'all',
    finance: 'all', 'assessment-office': 'all', 'city-leader': 'all', 'audit-observer': 'all',
  },
  'followups:write': { 'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'own', 'office-leader': 'own', 'talent-office': 'all', 'commerce-bureau': 'all' },
};

export const projectsRightLabels: RightLabels = {
  'followups:read': '看跟进',
  'followups:write': '写跟进和备注',
};
