import type { RightLabels, RightRows } from '../../base/rights.ts';

const AUDITORS = { 'audit-observer': 'all', 'assessment-office': 'all', 'city-leader': 'all', 'talent-office': 'all' } as const;

/** The desk itself asks for `verdicts:give`: it shows what waits for those who judge. */
export const deskRights: RightRows = {
  'reports:read': AUDITORS,
  'papers:make': AUDITORS,
};

export const deskRightLabels: RightLabels = {
  'reports:read': '看审计报表',
  'papers:make': '制作工作底稿',
};
