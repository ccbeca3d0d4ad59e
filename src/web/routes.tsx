import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect, retainSearchParams } from '@tanstack/react-router';
import { asRefusal } from '../ui/api-refusal.ts';
import { readSearch, wholeNumber } from '../ui/search-params.ts';
import { NotFound } from './NotFound.tsx';
import { RouteError } from './RouteError.tsx';
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
 */

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, errorComponent: ShellError, notFoundComponent: NotFound });

/** Everything behind the log-in: navigation, year, person. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  validateSearch: readSearch({ year: wholeNumber }),
  search: { middlewares: [retainSearchParams(['year'])] },
  beforeLoad: async ({ context, location }) => {
    await context.queries.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (asRefusal(error).status === 401) throw redirect({ href: `/login?from=${encodeURIComponent(location.href)}` });
      throw error;
    });
  },
  component: Shell,
  errorComponent: ShellError,
  pendingComponent: ShellPending,
});

const start = createRoute({ getParentRoute: () => shell, path: '/', component: Start, errorComponent: RouteError });

export const routeTree = root.addChildren([shell.addChildren([start])]);
