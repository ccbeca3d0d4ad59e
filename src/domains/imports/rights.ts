import type { RightRows } from '../../base/rights.ts';

export const importsRights: RightRows = {
  'imports:read': { 'unit-officer': 'own', 'office-handler': 'own', 'talent-office': 'all' },
  'imports:make': { 'unit-officer': 'own', 'office-handler': 'own', 'talent-office': 'all' },
  // Taking over a past year with its verdicts: only by the office that keeps the register.
  'imports:take-over': { 'office-handler': 'own', 'talent-office': 'own' },
};
