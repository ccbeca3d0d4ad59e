import type { RightRows } from '../../base/rights.ts';

export const awardsRights: RightRows = {
  'awards:read': { 'unit-officer': 'own', 'office-handler': 'all', 'talent-office': 'all', 'city-leader': 'all' },
};
