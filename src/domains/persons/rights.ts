import type { RightLabels, RightRows } from '../../base/rights.ts';

export const personsRights: RightRows = {
  // In full what is masked by default: with a reason, and a row of the audit for each look.
  'persons:unmask': { 'park-officer': 'own', 'township-officer': 'own', 'office-handler': 'own', 'talent-office': 'all', 'audit-observer': 'all' },
  'persons:hand-over': { 'talent-office': 'all' },
  // Proposed by one person, carried out by another.
  'persons:erase': { 'talent-office': 'all' },
};

export const personsRightLabels: RightLabels = {
  'persons:unmask': '查看个人信息全文',
  'persons:hand-over': '向本人提供个人信息',
  'persons:erase': '删除个人信息',
};
