import { matchPath } from '../ui/page-path.ts';
import { dayText, oneOf, wholeNumber, words } from '../ui/search-params.ts';
import { type Page, page } from './page.ts';

/** What the desk is narrowed to; the address of an item on it says the same, so that its keys walk the same list. */
const deskSearch = { kind: words, milestone: words, unit: words, waits: oneOf('verify', 'certify', 'appeal'), gate: oneOf('complete', 'incomplete'), lamp: oneOf('late'), page: wholeNumber };

/** Every page of the work platform by its address; `$` marks what the address fills in. */
const pages = {
  '/login': page(() => import('../domains/accounts/web/LoginPage.tsx'), 'LoginPage', { from: words }),
  '/activate': page(() => import('../domains/accounts/web/ActivatePage.tsx'), 'ActivatePage', { login: words }),
  '/setup': page(() => import('../domains/accounts/web/SetupPage.tsx'), 'SetupPage'),
  '/': page(() => import('./Start.tsx'), 'Start'),
  '/today': page(() => import('../domains/day/web/TodayPage.tsx'), 'TodayPage'),
  '/board': page(() => import('../domains/board/web/BoardPage.tsx'), 'BoardPage', { light: oneOf('met', 'on-track', 'slow', 'missed', 'to-come', 'none'), unit: words }),
  '/board/$task': page(() => import('../domains/board/web/TaskPage.tsx'), 'TaskPage'),
  '/figures/$measure/$owner/$window': page(() => import('../domains/board/web/FigurePage.tsx'), 'FigurePage', { standing: oneOf('declared', 'certified') }),
  '/thirty-percent': page(() => import('../domains/board/web/ThirtyPercentPage.tsx'), 'ThirtyPercentPage'),
  '/awards': page(() => import('../domains/awards/web/AwardsPage.tsx'), 'AwardsPage', { award: words }),
  '/registers/$kind': page(() => import('../domains/records/web/RegisterPage.tsx'), 'RegisterPage', { q: words, unit: words, state: words, dated: wholeNumber, page: wholeNumber, view: oneOf('board'), type: words, chain: words, stage: words, progress: oneOf('advancing', 'behind', 'shelved', 'lost', 'ended'), cause: words, amount: words }),
  '/registers/$kind/new': page(() => import('../domains/records/web/EnterPage.tsx'), 'EnterPage', { project: words }),
  '/dossiers/$id': page(() => import('../domains/records/web/DossierPage.tsx'), 'DossierPage'),
  '/dossiers/$id/follow-up': page(() => import('../domains/projects/web/FollowUpPage.tsx'), 'FollowUpPage'),
  '/dossiers/$id/trace': page(() => import('../domains/records/web/TracePage.tsx'), 'TracePage'),
  '/desk': page(() => import('../domains/desk/web/DeskPage.tsx'), 'DeskPage', deskSearch),
  '/desk/$id': page(() => import('../domains/desk/web/DeskItemPage.tsx'), 'DeskItemPage', { ...deskSearch, at: words }),
  '/first-report': page(() => import('../domains/holdings/web/FirstReportPage.tsx'), 'FirstReportPage'),
  '/first-report/$id': page(() => import('../domains/holdings/web/ReceiptPage.tsx'), 'ReceiptPage'),
  '/lead-officers': page(() => import('../domains/holdings/web/OfficersPage.tsx'), 'OfficersPage'),
  '/imports': page(() => import('../domains/imports/web/ImportsPage.tsx'), 'ImportsPage'),
  '/imports/$id': page(() => import('../domains/imports/web/ImportPage.tsx'), 'ImportPage'),
  '/exports': page(() => import('../domains/exports/web/ExportsPage.tsx'), 'ExportsPage', { kind: words, layout: words, dated: wholeNumber }),
  '/layouts': page(() => import('../domains/exports/web/LayoutsPage.tsx'), 'LayoutsPage', { edit: words }),
  '/freezes': page(() => import('../domains/board/web/FreezesPage.tsx'), 'FreezesPage'),
  '/freezes/$id': page(() => import('../domains/board/web/FrozenBoardPage.tsx'), 'FrozenBoardPage', { show: oneOf('inside', 'all') }),
  '/decisions': page(() => import('../domains/decisions/web/DecisionsPage.tsx'), 'DecisionsPage'),
  '/decisions/$id': page(() => import('../domains/decisions/web/DecisionPage.tsx'), 'DecisionPage'),
  '/reports': page(() => import('../domains/desk/web/ReportsPage.tsx'), 'ReportsPage', { kind: oneOf('last-days', 'backdated', 'after-freeze', 'near-threshold', 'incomplete', 'no-document'), window: words }),
  '/papers': page(() => import('../domains/desk/web/PapersPage.tsx'), 'PapersPage', { measure: words, owner: words, window: words, standing: oneOf('declared', 'certified') }),
  '/accounts': page(() => import('../domains/accounts/web/AccountsPage.tsx'), 'AccountsPage', { show: oneOf('disabled') }),
  '/grants': page(() => import('../domains/accounts/web/GrantsPage.tsx'), 'GrantsPage', { show: oneOf('history', 'day'), on: dayText }),
  '/audit': page(() => import('../domains/audit/web/AuditPage.tsx'), 'AuditPage', { from: dayText, to: dayText, account: words, action: words, object: words, before: words }),
  '/audit-looks': page(() => import('../domains/audit/web/LooksPage.tsx'), 'LooksPage', { before: words }),
  '/integrations': page(() => import('../domains/integrations/web/IntegrationsPage.tsx'), 'IntegrationsPage', { show: oneOf('webhooks') }),
  '/me': page(() => import('../domains/accounts/web/MePage.tsx'), 'MePage'),
  '/security-profile': page(() => import('../domains/accounts/web/ProfilePage.tsx'), 'ProfilePage'),
  '/persons': page(() => import('../domains/persons/web/PersonsPage.tsx'), 'PersonsPage'),
  '/personal-register': page(() => import('../domains/persons/web/PersonalRegisterPage.tsx'), 'PersonalRegisterPage'),
};

declare module '../ui/pages.ts' {
  interface Platform {
    pages: typeof pages;
  }
}

/** What stands before the log-in. */
export const gatePaths: readonly string[] = ['/login', '/activate', '/setup'];

/** The page of a path, with what the path fills in. */
export function pageAt(path: string): { page: Page; params: Readonly<Record<string, string>> } | undefined {
  for (const [pattern, one] of Object.entries<Page>(pages)) {
    const params = matchPath(pattern, path);
    if (params) return { page: one, params };
  }
  return undefined;
}

/** Fetches the page of a path; undefined where it is there, or there is none. */
export function fetchPage(path: string): Promise<void> | undefined {
  const page = pageAt(path)?.page;
  return page && !page.component ? page.fetch() : undefined;
}
