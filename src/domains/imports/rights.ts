import type { RightLabels, RightRows } from '../../base/rights.ts';

export const importsRights: RightRows = {
  'imports:read': { 'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'own', 'office-leader': 'own', 'talent-office': 'all', 'commerce-bureau': 'own', 'audit-observer': 'all' },
  'imports:make': { 'park-officer': 'own', 'township-officer': 'own', 'office-handler': 'own', 'talent-office': 'all', 'commerce-bureau': 'own' },
  // Taking over a past year with its verdicts: only by the office that keeps the register.
  'imports:take-over': { 'office-handler': 'own', 'talent-office': 'own', 'commerce-bureau': 'own' },
};

export const importsRightLabels: RightLabels = {
  'imports:read': '看导入',
  'imports:make': '导入台账',
  'imports:take-over': '期初建账',
};
