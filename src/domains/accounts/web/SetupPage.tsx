import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { accountsQueries } from './accounts-api.ts';
import { SetupForm } from './SetupForm.tsx';

/** The first account of a fresh platform, made by the code that the process printed. */
export function SetupPage() {
  const query = useQuery(accountsQueries.session.queryOptions());
  return (
    <Loaded query={query} waiting={<Skeleton lines={6} label="正在打开…" />}>
      {({ setupNeeded }) =>
        setupNeeded ? (
          <SetupForm />
        ) : (
          <>
            <PageTitle title="初始设置" />
            <EmptyState title="平台已经完成初始设置" action={<Link to="/login">去登录</Link>}>需要新账号，请联系市人才办。</EmptyState>
          </>
        )
      }
    </Loaded>
  );
}
