import type { RightLabels, RightRows } from '../../base/rights.ts';

export const holdingsRights: RightRows = {
  'holdings:read': {
    'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'own', 'office-leader': 'own', 'talent-office': 'own', 'commerce-bureau': 'all',
  },
  // To ask whether an investor is held, to explain, to offer a lead to another unit and to answer such an offer.
  'holdings:ask': { 'park-officer': 'own', 'park-leader': 'own', 'township-officer': 'own', 'office-handler': 'own', 'office-leader': 'own', 'talent-office': 'own', 'commerce-bureau': 'own' },
  // Release and what is said to an explanation: never of one's own unit's.
  'holdings:decide': { 'commerce-bureau': 'all' },
  'holdings:hand-over': { 'park-leader': 'own', 'township-officer': 'own', 'office-leader': 'own', 'talent-office': 'own', 'commerce-bureau': 'own' },
};

export const holdingsRightLabels: RightLabels = {
  'holdings:read': '看首报首谈',
  'holdings:ask': '首报核对、说明和协商',
  'holdings:decide': '首报释放和裁定',
  'holdings:hand-over': '交接经办人',
};
