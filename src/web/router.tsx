import { createRouter } from '@tanstack/react-router';
import { createQueryClient } from '../ui/query-client.ts';
import { whenSignedOut } from '../ui/client.ts';
import { NotFound } from './NotFound.tsx';
import { PagePending } from './PagePending.tsx';
import { RouteError } from './RouteError.tsx';
import { routeTree } from './routes.tsx';

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

whenSignedOut(() => {
  const here = router.state.location;
  if (here.pathname !== '/login') void router.navigate({ href: `/login?from=${encodeURIComponent(here.href)}` });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
