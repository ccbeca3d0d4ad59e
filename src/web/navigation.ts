/** An entry of the navigation. It is shown only where its page is registered and the person may open it. */
export interface NavigationEntry {
  path: string;
  /** The route that shows it, as `routes.tsx` writes it. */
  route: string;
  label: string;
  /** Whoever lacks this right does not see it. */
  right: string;
  /** A shorter word for the bottom bar of a phone, which shows only the entries that have one. */
  short?: string;
}

export interface NavigationGroup {
  title: string;
  entries: readonly NavigationEntry[];
}

const register = (kind: string, label: string, short?: string): NavigationEntry => ({
  path: `/registers/${kind}`,
  route: '/registers/$kind',
  label,
  right: 'records:read',
  ...(short === undefined ? {} : { short }),
});
const figures = (path: string, label: string): NavigationEntry => ({ path, route: path, label, right: 'figures:read' });

const groups: readonly NavigationGroup[] = [
  { title: '办事', entries: [{ path: '/imports', route: '/imports', label: '导入台账', right: 'imports:read', short: '导入' }] },
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
      { path: '/awards', route: '/awards', label: '应兑现奖励', right: 'awards:read', short: '奖励' },
      figures('/freezes', '封账'),
      figures('/decisions', '待定口径'),
    ],
  },
  { title: '管理', entries: [{ path: '/accounts', route: '/accounts', label: '账号', right: 'accounts:manage' }] },
];

/** Order of the bottom bar on a phone. */
const shortOrder = ['/board', '/registers/project', '/imports', '/awards'];

/** The groups with the entries that can be opened; a group without any is left out. */
export function openGroups(canOpen: (entry: NavigationEntry) => boolean): NavigationGroup[] {
  return groups
    .map((it) => ({ ...it, entries: it.entries.filter(canOpen) }))
    .filter((it) => it.entries.length > 0);
}

export function shortEntries(open: readonly NavigationGroup[]): NavigationEntry[] {
  const entries = open.flatMap((it) => it.entries);
  return shortOrder.flatMap((path) => entries.filter((it) => it.path === path));
}

/** Where a person starts: the tasks, else the first page that can be opened. */
export function startPath(open: readonly NavigationGroup[]): string | undefined {
  return (shortEntries(open)[0] ?? open[0]?.entries[0])?.path;
}

/** Whether a page belongs to an entry: `/registers/project/XM-2021-0042` to `/registers/project`. */
export function isWithin(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}
