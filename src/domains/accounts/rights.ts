import type { RightRows } from '../../base/rights.ts';

export const accountsRights: RightRows = {
  'accounts:manage': { 'talent-office': 'all' },
};
