import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect, retainSearchParams } from '@tanstack/react-router';
import { dayText, oneOf, readSearch, wholeNumber, words } from '../ui/search-params.ts';
import { Gate } from './Gate.tsx';
import { loginPath } from './login-path.ts';
import { NotFound } from './NotFound.tsx';
import { page } from './page.ts';
import { sessionQuery } from './session-query.ts';
import { Shell } from './Shell.tsx';
import { ShellError } from './ShellError.tsx';
import { ShellPending } from './ShellPending.tsx';
import { Start } from './Start.tsx';

/*
 * Every page of the work platform. A page is one `createRoute` and one entry in the tree at the foot:
 *
 *   const board = createRoute({
 *     getParentRoute: () => shell,
 *     path: '/board',
 *     validateSearch: readSearch({ unit: words }),
 *     component: page(() => import('../domains/board/web/BoardPage.tsx'), 'BoardPage'),
 *   });
 *
 * What stands before the log-in hangs on a route of its own beside the shell, whose component is `Gate` around an `Outlet`.
 */

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, errorComponent: ShellError });

/** Everything behind the log-in: navigation, year, person. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  validateSearch: readSearch({ year: wholeNumber }),
  search: { middlewares: [retainSearchParams(['year'])] },
  beforeLoad: async ({ context, location }) => {
    const { account } = await context.queries.ensureQueryData(sessionQuery);
    if (!account && location.pathname !== '/login') throw redirect({ href: loginPath(location.href) });
  },
  component: Shell,
  errorComponent: ShellError,
  pendingComponent: ShellPending,
});

/** What stands before the log-in. */
const gate = createRoute({ getParentRoute: () => root, id: 'gate', component: () => <Gate><Outlet /></Gate> });
const login = createRoute({ getParentRoute: () => gate, path: '/login', validateSearch: readSearch({ from: words }), component: page(() => import('../domains/accounts/web/LoginPage.tsx'), 'LoginPage') });
const activate = createRoute({ getParentRoute: () => gate, path: '/activate', validateSearch: readSearch({ login: words }), component: page(() => import('../domains/accounts/web/ActivatePage.tsx'), 'ActivatePage') });
const setup = createRoute({ getParentRoute: () => gate, path: '/setup', component: page(() => import('../domains/accounts/web/SetupPage.tsx'), 'SetupPage') });

const board = createRoute({
  getParentRoute: () => shell,
  path: '/board',
  validateSearch: readSearch({ light: oneOf('met', 'on-track', 'slow', 'missed', 'to-come', 'none'), unit: words }),
  component: page(() => import('../domains/board/web/BoardPage.tsx'), 'BoardPage'),
});
const task = createRoute({ getParentRoute: () => shell, path: '/board/$task', component: page(() => import('../domains/board/web/TaskPage.tsx'), 'TaskPage') });
const figure = createRoute({
  getParentRoute: () => shell,
  path: '/figures/$measure/$owner/$window',
  validateSearch: readSearch({ standing: oneOf('declared', 'certified') }),
  component: page(() => import('../domains/board/web/FigurePage.tsx'), 'FigurePage'),
});
const thirtyPercent = createRoute({ getParentRoute: () => shell, path: '/thirty-percent', component: page(() => import('../domains/board/web/ThirtyPercentPage.tsx'), 'ThirtyPercentPage') });
const awards = createRoute({ getParentRoute: () => shell, path: '/awards', validateSearch: readSearch({ award: words }), component: page(() => import('../domains/awards/web/AwardsPage.tsx'), 'AwardsPage') });

const firstReport = createRoute({ getParentRoute: () => shell, path: '/first-report', component: page(() => import('../domains/holdings/web/FirstReportPage.tsx'), 'FirstReportPage') });
const receipt = createRoute({ getParentRoute: () => shell, path: '/first-report/$id', component: page(() => import('../domains/holdings/web/ReceiptPage.tsx'), 'ReceiptPage') });

const officers = createRoute({ getParentRoute: () => shell, path: '/lead-officers', component: page(() => import('../domains/holdings/web/OfficersPage.tsx'), 'OfficersPage') });

const start = createRoute({ getParentRoute: () => shell, path: '/', component: Start });
const register = createRoute({
  getParentRoute: () => shell,
  path: '/registers/$kind',
  validateSearch: readSearch({ q: words, unit: words, state: words, dated: wholeNumber, page: wholeNumber, view: oneOf('board'), type: words, chain: words, stage: words, progress: oneOf('advancing', 'behind', 'shelved', 'lost', 'ended'), cause: words, amount: words }),
  component: page(() => import('../domains/records/web/RegisterPage.tsx'), 'RegisterPage'),
});
const enter = createRoute({
  getParentRoute: () => shell,
  path: '/registers/$kind/new',
  component: page(() => import('../domains/records/web/EnterPage.tsx'), 'EnterPage'),
});
const dossier = createRoute({
  getParentRoute: () => shell,
  path: '/dossiers/$id',
  component: page(() => import('../domains/records/web/DossierPage.tsx'), 'DossierPage'),
});
const followUp = createRoute({ getParentRoute: () => shell, path: '/dossiers/$id/follow-up', component: page(() => import('../domains/projects/web/FollowUpPage.tsx'), 'FollowUpPage') });
const trace = createRoute({ getParentRoute: () => shell, path: '/dossiers/$id/trace', component: page(() => import('../domains/records/web/TracePage.tsx'), 'TracePage') });
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: page(() => import('../domains/imports/web/ImportsPage.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  component: page(() => import('../domains/imports/web/ImportPage.tsx'), 'ImportPage'),
});
const listsOut = createRoute({
  getParentRoute: () => shell,
  path: '/exports',
  validateSearch: readSearch({ kind: words, layout: words, dated: wholeNumber }),
  component: page(() => import('../domains/exports/web/ExportsPage.tsx'), 'ExportsPage'),
});
const layouts = createRoute({ getParentRoute: () => shell, path: '/layouts', validateSearch: readSearch({ edit: words }), component: page(() => import('../domains/exports/web/LayoutsPage.tsx'), 'LayoutsPage') });
const freezes = createRoute({
  getParentRoute: () => shell,
  path: '/freezes',
  component: page(() => import('../domains/board/web/FreezesPage.tsx'), 'FreezesPage'),
});
const frozenBoard = createRoute({
  getParentRoute: () => shell,
  path: '/freezes/$id',
  validateSearch: readSearch({ show: oneOf('inside', 'all') }),
  component: page(() => import('../domains/board/web/FrozenBoardPage.tsx'), 'FrozenBoardPage'),
});
const decisions = createRoute({
  getParentRoute: () => shell,
  path: '/decisions',
  component: page(() => import('../domains/decisions/web/DecisionsPage.tsx'), 'DecisionsPage'),
});
const oneDecision = createRoute({
  getParentRoute: () => shell,
  path: '/decisions/$id',
  component: page(() => import('../domains/decisions/web/DecisionPage.tsx'), 'DecisionPage'),
});
const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  validateSearch: readSearch({ show: oneOf('disabled') }),
  component: page(() => import('../domains/accounts/web/AccountsPage.tsx'), 'AccountsPage'),
});
const grants = createRoute({
  getParentRoute: () => shell,
  path: '/grants',
  validateSearch: readSearch({ show: oneOf('history', 'day'), on: dayText }),
  component: page(() => import('../domains/accounts/web/GrantsPage.tsx'), 'GrantsPage'),
});
const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: readSearch({ from: dayText, to: dayText, account: words, action: words, object: words, before: words }),
  component: page(() => import('../domains/audit/web/AuditPage.tsx'), 'AuditPage'),
});
const auditLooks = createRoute({
  getParentRoute: () => shell,
  path: '/audit-looks',
  validateSearch: readSearch({ before: words }),
  component: page(() => import('../domains/audit/web/LooksPage.tsx'), 'LooksPage'),
});
const integrations = createRoute({
  getParentRoute: () => shell,
  path: '/integrations',
  validateSearch: readSearch({ show: oneOf('webhooks') }),
  component: page(() => import('../domains/integrations/web/IntegrationsPage.tsx'), 'IntegrationsPage'),
});
const me = createRoute({ getParentRoute: () => shell, path: '/me', component: page(() => import('../domains/accounts/web/MePage.tsx'), 'MePage') });
const securityProfile = createRoute({ getParentRoute: () => shell, path: '/security-profile', component: page(() => import('../domains/accounts/web/ProfilePage.tsx'), 'ProfilePage') });
const persons = createRoute({ getParentRoute: () => shell, path: '/persons', component: page(() => import('../domains/persons/web/PersonsPage.tsx'), 'PersonsPage') });
const personalRegister = createRoute({ getParentRoute: () => shell, path: '/personal-register', component: page(() => import('../domains/persons/web/PersonalRegisterPage.tsx'), 'PersonalRegisterPage') });
const deskSearch = { kind: words, milestone: words, unit: words, waits: oneOf('verify', 'certify', 'appeal'), gate: oneOf('complete', 'incomplete'), lamp: oneOf('late'), page: wholeNumber };
const desk = createRoute({ getParentRoute: () => shell, path: '/desk', validateSearch: readSearch(deskSearch), component: page(() => import('../domains/desk/web/DeskPage.tsx'), 'DeskPage') });
const deskItem = createRoute({ getParentRoute: () => shell, path: '/desk/$id', validateSearch: readSearch({ ...deskSearch, at: words }), component: page(() => import('../domains/desk/web/DeskItemPage.tsx'), 'DeskItemPage') });
const reports = createRoute({ getParentRoute: () => shell, path: '/reports', validateSearch: readSearch({ kind: oneOf('last-days', 'backdated', 'after-freeze', 'near-threshold', 'incomplete', 'no-document'), window: words }), component: page(() => import('../domains/desk/web/ReportsPage.tsx'), 'ReportsPage') });
const papers = createRoute({ getParentRoute: () => shell, path: '/papers', validateSearch: readSearch({ measure: words, owner: words, window: words, standing: oneOf('declared', 'certified') }), component: page(() => import('../domains/desk/web/PapersPage.tsx'), 'PapersPage') });
const missing = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

export const routeTree = root.addChildren([
  gate.addChildren([login, activate, setup]),
  shell.addChildren([start, firstReport, receipt, officers, board, task, figure, thirtyPercent, awards, register, enter, dossier, followUp, trace, desk, deskItem, reports, papers, imports, oneImport, listsOut, layouts, freezes, frozenBoard, decisions, oneDecision, accounts, grants, audit, auditLooks, persons, personalRegister, me, securityProfile, integrations, missing]),
]);
