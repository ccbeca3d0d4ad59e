import type { RightLabels, RightRows } from '../../base/rights.ts';

/** The three administrators have these and nothing else; no two of them share one. */
export const accountsRights: RightRows = {
  'accounts:manage': { 'system-admin': 'all' },
  'accounts:read': { 'system-admin': 'all' },
  'grants:make': { 'security-admin': 'all' },
  'factors:clear': { 'security-admin': 'all' },
  'profile:choose': { 'security-admin': 'all' },
  'profile:read': { 'security-admin': 'all', 'audit-observer': 'all' },
  'grants:read': { 'security-admin': 'all', 'audit-observer': 'all' },
};

export const accountsRightLabels: RightLabels = {
  'accounts:manage': '开账号、停账号',
  'accounts:read': '看账号',
  'grants:make': '授予和收回岗位',
  'factors:clear': '清除验证方式',
  'profile:choose': '切换安全策略',
  'profile:read': '看安全策略',
  'grants:read': '看岗位授权',
};
