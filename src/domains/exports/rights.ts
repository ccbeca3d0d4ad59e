import type { RightLabels, RightRows } from '../../base/rights.ts';

// A list leaves as far as its page shows it, so whoever reads registers may take them along; other systems read by their own routes.
export const exportsRights: RightRows = {
  'exports:make': {
    'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'own', 'office-leader': 'own', 'talent-office': 'own', 'commerce-bureau': 'own',
    finance: 'own', 'assessment-office': 'own', 'city-leader': 'own', 'audit-observer': 'own',
  },
  // The layouts of one's own unit.
  'layouts:keep': { 'park-officer': 'own', 'township-officer': 'own', 'office-handler': 'own', 'talent-office': 'own', 'commerce-bureau': 'own' },
};

export const exportsRightLabels: RightLabels = {
  'exports:make': '导出台账',
  'layouts:keep': '保存台账版式',
};
