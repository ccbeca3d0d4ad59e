import { Navigate, type NavigateOptions } from '@tanstack/react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { startPath } from './navigation.ts';
import { useOpenGroups } from './use-open-groups.ts';

/** The bare address leads to the first page that the person may open. */
export function Start() {
  const path = startPath(useOpenGroups());
  if (path !== undefined) return <Navigate {...({ to: path, replace: true } as NavigateOptions)} />;
  return (
    <>
      <PageTitle title="首页" />
      <EmptyState title="没有可以打开的页面">您的账号还没有分到岗位，请联系本单位管理员或市人才办。</EmptyState>
    </>
  );
}
