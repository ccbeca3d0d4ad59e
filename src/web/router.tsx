import { createRouter } from '@tanstack/react-router';
import { whenSignedOut } from '../ui/client.ts';
import { createQueryClient } from '../ui/query-client.ts';
import { NotFound } from './NotFound.tsx';
import { PagePending } from './PagePending.tsx';
import { RouteError } from './RouteError.tsx';
import { routeTree } from './routes.tsx';
import { sessionQuery } from './session-query.ts';

export const queries = createQueryClient();

export const router = createRouter({
  routeTree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

// The shell asks again who is at work, and leads to the log-in.
whenSignedOut(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }));

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
