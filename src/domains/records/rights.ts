import type { RightLabels, RightRows } from '../../base/rights.ts';

export const recordsRights: RightRows = {
  'records:read': {
    'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'all', 'office-leader': 'all', 'talent-office': 'all', 'commerce-bureau': 'all',
    finance: 'all', 'assessment-office': 'all', 'city-leader': 'all', 'audit-observer': 'all', integration: 'all',
  },
  'records:read-sealed': { 'commerce-bureau': 'all', 'city-leader': 'all', 'audit-observer': 'all' },
  'records:write': { 'park-officer': 'own', 'township-officer': 'own', 'office-handler': 'own', 'talent-office': 'own', 'commerce-bureau': 'own' },
  // Taking back: what nobody has judged by who entered it, the rest by a leader of the record's own units.
  'records:withdraw': { 'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'own', 'office-leader': 'own', 'talent-office': 'own', 'commerce-bureau': 'own' },
  'records:withdraw-judged': { 'park-leader': 'own', 'office-leader': 'own', 'talent-office': 'own', 'commerce-bureau': 'own' },
  'records:transfer': { 'office-handler': 'all', 'office-leader': 'all', 'talent-office': 'all', 'commerce-bureau': 'all' },
  // To show a record to a further unit, and to seal it: by those to whom it belongs.
  'records:share': { 'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'own', 'office-leader': 'own', 'talent-office': 'own', 'commerce-bureau': 'all' },
  // Who looked at what is covered on a record: its own leaders, and who audits.
  'records:looks': { 'park-leader': 'own', 'office-leader': 'own', 'audit-observer': 'all' },
  // Who certifies what is the pack's matrix; the declaring unit never does, whatever the role.
  'verdicts:give': { 'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'all', 'office-leader': 'all', 'talent-office': 'all', 'commerce-bureau': 'all' },
};

export const recordsRightLabels: RightLabels = {
  'records:read': '看台账',
  'records:read-sealed': '看保密的在谈记录',
  'records:write': '录入和更正',
  'records:withdraw': '撤回',
  'records:withdraw-judged': '撤回已认定的',
  'records:transfer': '变更分成、移交',
  'records:share': '共享、保密',
  'records:looks': '谁看过个人信息',
  'verdicts:give': '初核、认定、退回',
};
