import { type Role, roles } from '../terms.ts';
import type { DemoAccount } from './accounts-api.ts';

const words: Record<Role, { label: string; does: string }> = {
  'park-officer': { label: '园区经办人', does: '导入本园区台账、申报，看本园区的进度' },
  'park-leader': { label: '园区负责人', does: '看本园区的进度和每一条记录' },
  'township-officer': { label: '乡镇（街道）经办人', does: '导入本乡镇台账、申报，看本乡镇的进度' },
  'office-handler': { label: '部门', does: '按职责初核、认定各单位申报的事项' },
  'office-leader': { label: '部门负责人', does: '看本部门牵头的任务，办理认定' },
  'talent-office': { label: '人才办', does: '看全市、定口径、封账' },
  'commerce-bureau': { label: '商务局', does: '管项目台账，认定项目，定口径' },
  finance: { label: '财政局', does: '看应兑现的奖励和依据' },
  'assessment-office': { label: '考核办', does: '看各单位的得分依据' },
  'city-leader': { label: '市领导', does: '看全市进度，每个数都能点到底' },
  'audit-observer': { label: '监督审计', does: '什么都能看，什么都不能改' },
  'system-admin': { label: '系统管理员', does: '开账号、停账号，不碰业务' },
  'security-admin': { label: '安全管理员', does: '授权和收回，不碰业务' },
  'audit-admin': { label: '审计管理员', does: '查操作日志，不碰业务' },
  integration: { label: '系统对接', does: '给别的系统用的账号' },
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
