import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect, retainSearchParams } from '@tanstack/react-router';
import { readSearch, wholeNumber } from '../ui/search-params.ts';
import { loginPath } from './login-path.ts';
import { NotFound } from './NotFound.tsx';
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

const start = createRoute({ getParentRoute: () => shell, path: '/', component: Start });
const missing = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

export const routeTree = root.addChildren([shell.addChildren([start, missing])]);
