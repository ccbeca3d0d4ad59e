import type { RightLabels, RightRows } from '../../base/rights.ts';

/** Who and what outside gets in or is told is the security administrator's; which hosts can be told at all, the machine's operator's. */
export const integrationsRights: RightRows = {
  'tokens:manage': { 'security-admin': 'all' },
  'webhooks:manage': { 'security-admin': 'all' },
};

export const integrationsRightLabels: RightLabels = {
  'tokens:manage': '签发和吊销接口令牌',
  'webhooks:manage': '管理推送',
};
