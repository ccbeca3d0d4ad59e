import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { accountsQueries } from './accounts-api.ts';
import { arrive } from './arrive.ts';
import type { CodeSlip } from './code-slips.ts';
import { CodeSlips } from './CodeSlips.tsx';
import { SetupForm } from './SetupForm.tsx';

/** The three administrators of a fresh platform, made by the code that the process printed. */
export function SetupPage() {
  const query = useQuery(accountsQueries.session.queryOptions());
  const [slips, setSlips] = useState<readonly CodeSlip[]>();
  if (slips) {
    return (
      <>
        <PageTitle title="三位管理员已经建好" />
        <CodeSlips slips={slips} onward="进入平台" onDone={() => arrive(undefined)} />
      </>
    );
  }
  return (
    <Loaded query={query} waiting={<Skeleton lines={6} label="正在打开…" />}>
      {({ setupNeeded }) =>
        setupNeeded ? (
          <SetupForm onDone={setSlips} />
        ) : (
          <>
            <PageTitle title="初始设置" />
            <EmptyState title="平台已经完成初始设置" action={<Link to="/login">去登录</Link>}>需要新账号，请联系系统管理员。</EmptyState>
          </>
        )
      }
    </Loaded>
  );
}
