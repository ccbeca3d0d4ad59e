/** An entry of the navigation. It is shown only where its page is registered and the person may open it. */
export interface NavigationEntry {
  path: string;
  label: string;
  /** A shorter word for the bottom bar of a phone, which shows only the entries that have one. */
  short?: string;
}

export interface NavigationGroup {
  title: string;
  entries: readonly NavigationEntry[];
}

const groups: readonly NavigationGroup[] = [
  { title: '办事', entries: [{ path: '/imports', label: '导入台账', short: '导入' }] },
  {
    title: '台账',
    entries: [
      { path: '/registers/project', label: '项目台账', short: '台账' },
      { path: '/registers/talent', label: '人才台账' },
      { path: '/registers/activity', label: '活动台账' },
      { path: '/registers/platform', label: '平台台账' },
      { path: '/registers/investment', label: '投资台账' },
      { path: '/registers/agency', label: '中介机构' },
    ],
  },
  {
    title: '考核',
    entries: [
      { path: '/board', label: '十八项任务', short: '任务' },
      { path: '/thirty-percent', label: '人才项目占比' },
      { path: '/awards', label: '应兑现奖励', short: '奖励' },
      { path: '/freezes', label: '封账' },
      { path: '/decisions', label: '待定口径' },
    ],
  },
];

/** Order of the bottom bar on a phone. */
const shortOrder = ['/board', '/registers/project', '/imports', '/awards'];

/** The groups with the entries that can be opened; a group without any is left out. */
export function openGroups(canOpen: (path: string) => boolean): NavigationGroup[] {
  return groups
    .map((it) => ({ ...it, entries: it.entries.filter((entry) => canOpen(entry.path)) }))
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
