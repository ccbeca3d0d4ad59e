/** An entry of the navigation. It is shown only where the person may open it. */
export interface NavigationEntry {
  path: string;
  label: string;
  /** Whoever lacks this right does not see it. */
  right: string;
  /** A shorter word for the bottom bar of a phone. */
  short?: string;
}

export interface NavigationGroup {
  title: string;
  entries: readonly NavigationEntry[];
}

const register = (kind: string, label: string, short?: string): NavigationEntry => ({
  path: `/registers/${kind}`,
  label,
  right: 'records:read',
  ...(short === undefined ? {} : { short }),
});
const figures = (path: string, label: string): NavigationEntry => ({ path, label, right: 'figures:read' });

const groups: readonly NavigationGroup[] = [
  { title: '办事', entries: [{ path: '/today', label: '今日要办', right: 'day:read', short: '今日' }, { path: '/desk', label: '初核认定', right: 'verdicts:give', short: '认定' }, { path: '/first-report', label: '首报首谈', right: 'holdings:read', short: '首报' }, { path: '/imports', label: '导入台账', right: 'imports:read', short: '导入' }, { path: '/exports', label: '导出台账', right: 'exports:make', short: '导出' }] },
  {
    title: '台账',
    entries: [
      register('project', '项目台账', '台账'),
      register('talent', '人才台账'),
      register('activity', '活动台账'),
      register('platform', '平台台账'),
      register('investment', '投资台账'),
      register('agency', '中介机构'),
    ],
  },
  {
    title: '考核',
    entries: [
      { ...figures('/board', '十八项任务'), short: '任务' },
      figures('/thirty-percent', '人才项目占比'),
      { path: '/awards', label: '应兑现奖励', right: 'awards:read', short: '奖励' },
      figures('/freezes', '封账'),
      figures('/decisions', '口径决定'),
      { path: '/reports', label: '审计报表', right: 'reports:read', short: '报表' },
    ],
  },
  {
    title: '管理',
    entries: [
      { path: '/persons', label: '个人信息', right: 'persons:erase' },
      { path: '/accounts', label: '账号', right: 'accounts:manage' },
      { path: '/grants', label: '岗位授权', right: 'grants:read', short: '授权' },
      { path: '/security-profile', label: '安全策略', right: 'profile:read', short: '策略' },
      { path: '/integrations', label: '系统对接', right: 'tokens:manage', short: '对接' },
      { path: '/audit', label: '操作日志', right: 'audit:read', short: '日志' },
      { path: '/audit-looks', label: '日志查看记录', right: 'audit:watch', short: '谁查过' },
    ],
  },
];

/** The entry that a page hangs on: its own, or the one that it lies below. */
export function entryOf(pathname: string): NavigationEntry | undefined {
  return groups.flatMap((it) => it.entries).find((it) => isWithin(pathname, it.path));
}

/** Order of the bottom bar on a phone. */
const shortOrder = ['/today', '/board', '/registers/project', '/imports', '/awards'];

/** The groups with the entries that can be opened; a group without any is left out. */
export function openGroups(canOpen: (entry: NavigationEntry) => boolean): NavigationGroup[] {
  return groups
    .map((it) => ({ ...it, entries: it.entries.filter(canOpen) }))
    .filter((it) => it.entries.length > 0);
}

/** What is at hand on a phone: the usual four, as far as they are open; for who works on none of them the first four of their own. */
export function shortEntries(open: readonly NavigationGroup[]): NavigationEntry[] {
  const entries = open.flatMap((it) => it.entries);
  const usual = shortOrder.flatMap((path) => entries.filter((it) => it.path === path));
  return (usual.length > 0 ? usual : entries).slice(0, 4);
}

/** Where a person starts: the day for who enters or judges, the tasks for who looks, else the first page that can be opened. */
export function startPath(open: readonly NavigationGroup[]): string | undefined {
  const entries = open.flatMap((it) => it.entries);
  const first = entries.some((it) => it.path === '/desk') ? '/today' : '/board';
  return (entries.find((it) => it.path === first) ?? shortEntries(open)[0])?.path;
}

/** Whether a page belongs to an entry: `/registers/project/XM-2021-0042` to `/registers/project`. */
export function isWithin(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}
