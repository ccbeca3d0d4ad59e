import type { RightRows } from '../../base/rights.ts';

/** Totals are everybody's; what they consist of is shown as far as `records:read` reaches. */
export const boardRights: RightRows = {
  'figures:read': { 'unit-officer': 'all', 'office-handler': 'all', 'talent-office': 'all', 'city-leader': 'all' },
  'freezes:make': { 'talent-office': 'all' },
  'units:merge': { 'talent-office': 'all' },
};
