import type { RightLabels, RightRows } from '../../base/rights.ts';

export const auditRights: RightRows = {
  'audit:read': { 'audit-admin': 'all', 'audit-observer': 'all' },
  // Who looked at the log: so that the auditors are audited too, by somebody else.
  'audit:watch': { 'security-admin': 'all' },
};

export const auditRightLabels: RightLabels = {
  'audit:read': '查看操作日志',
  'audit:watch': '看谁查过操作日志',
};
