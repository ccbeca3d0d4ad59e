import type { RightRows } from '../../base/rights.ts';

export const recordsRights: RightRows = {
  'records:read': { 'unit-officer': 'own', 'office-handler': 'all', 'talent-office': 'all', 'city-leader': 'all' },
  'records:write': { 'unit-officer': 'own', 'office-handler': 'own', 'talent-office': 'own' },
  'records:transfer': { 'office-handler': 'all', 'talent-office': 'all' },
  // Who certifies what is the pack's matrix; the declaring unit never does, whatever the role.
  'verdicts:give': { 'unit-officer': 'own', 'office-handler': 'all', 'talent-office': 'all' },
};
