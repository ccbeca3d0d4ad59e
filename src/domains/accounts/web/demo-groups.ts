import { type Role, roles } from '../terms.ts';
import type { DemoAccount } from './accounts-api.ts';

const words: Record<Role, { label: string; does: string }> = {
  'unit-officer': { label: '园区和乡镇', does: '导入本单位台账、申报，看本单位的进度' },
  'office-handler': { label: '部门', does: '按职责初核、认定各单位申报的事项' },
  'talent-office': { label: '人才办', does: '看全市、定口径、封账、管账号' },
  'city-leader': { label: '市领导', does: '看全市进度，每个数都能点到底' },
};

export interface DemoGroup {
  role: Role;
  label: string;
  /** What one can do in it. */
  does: string;
  accounts: DemoAccount[];
}

/** The accounts of a demonstration by role; a role without any is left out. */
export function demoGroups(accounts: readonly DemoAccount[]): DemoGroup[] {
  return roles.map((role) => ({ role, ...words[role], accounts: accounts.filter((it) => it.role === role) })).filter((it) => it.accounts.length > 0);
}
