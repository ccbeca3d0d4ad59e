import { useAddress } from '../ui/address.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useSession } from '../ui/session.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { entryOf } from './navigation.ts';
import { OpenPage } from './OpenPage.tsx';
import { RouteError } from './RouteError.tsx';

/** The page of the address; in its place a word where the person's post has nothing to do with it, or where the page broke. */
export function Page() {
  const { path } = useAddress();
  const { rights } = useSession();
  const entry = entryOf(path);
  if (entry === undefined || rights.includes(entry.right)) {
    return (
      <ErrorBoundary at={path} instead={(error, retry) => <RouteError error={error} onRetry={retry} />}>
        <OpenPage />
      </ErrorBoundary>
    );
  }
  return (
    <>
      <PageTitle title={entry.label} />
      <EmptyState title="您的岗位不办这件事">如工作需要这一页，请联系本单位负责人，由安全管理员授权。</EmptyState>
    </>
  );
}
