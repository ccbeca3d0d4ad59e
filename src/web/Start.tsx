import { useEffect } from 'react';
import { go, hrefOf } from '../ui/address.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useSession } from '../ui/session.ts';
import { startPath } from './navigation.ts';
import { PagePending } from './PagePending.tsx';
import { useOpenGroups } from './use-open-groups.ts';

/** The bare address leads to the first page that the person may open. */
export function Start() {
  const path = startPath(useOpenGroups());
  const { account } = useSession();
  useEffect(() => {
    if (path !== undefined) go(hrefOf(path), { replace: true });
  }, [path]);
  if (path !== undefined) return <PagePending />;
  return (
    <>
      <PageTitle title="首页" />
      {account.role === null ? (
        <EmptyState title="您的账号还没有授权">账号已经启用。请联系安全管理员，按任职文件授予岗位；授权后重新登录即可工作。</EmptyState>
      ) : (
        <EmptyState title="没有可以打开的页面">您的岗位在平台上还没有要办的事。如工作需要，请联系安全管理员。</EmptyState>
      )}
    </>
  );
}
