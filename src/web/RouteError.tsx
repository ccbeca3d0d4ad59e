import { ErrorState } from '../ui/ErrorState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

/** Stands in place of a page that broke; the navigation around it still works. */
export function RouteError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <>
      <PageTitle title="这一页没有打开" />
      <ErrorState error={error} onRetry={onRetry} />
    </>
  );
}
