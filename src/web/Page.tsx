import { Outlet, useMatches } from '@tanstack/react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useSession } from '../ui/session.ts';
import { entryOf } from './navigation.ts';

/** The page of the address; in its place a word where the person's post has nothing to do with it. */
export function Page() {
  const { rights } = useSession();
  const entry = entryOf(useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '' }));
  if (entry === undefined || rights.includes(entry.right)) return <Outlet />;
  return (
    <>
      <PageTitle title={entry.label} />
      <EmptyState title="您的岗位不办这件事">如工作需要这一页，请联系本单位负责人，由安全管理员授权。</EmptyState>
    </>
  );
}
