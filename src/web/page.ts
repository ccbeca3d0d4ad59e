import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';

/**
 * A page that is fetched when it is first opened: `page(() => import('../domains/board/web/BoardPage.tsx'), 'BoardPage')`.
 * The page's own types stay out of the route tree's, so that a page may use the router's types without a circle.
 */
export function page(load: () => Promise<unknown>, name: string): RouteComponent {
  return lazyRouteComponent(load as () => Promise<Record<string, RouteComponent>>, name) as RouteComponent;
}
