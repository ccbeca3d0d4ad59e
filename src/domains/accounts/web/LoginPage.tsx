import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { accountsQueries } from './accounts-api.ts';
import { arrive } from './arrive.ts';
import { DemoChooser } from './DemoChooser.tsx';
import { LoginForm } from './LoginForm.tsx';
import { LoginStage } from './LoginStage.tsx';
import { SetupInvitation } from './SetupInvitation.tsx';

/** The way in: by name, password and second factor, or by passkey; in a demonstration by choosing whom to look through. */
export function LoginPage() {
  const { from } = useSearch('/login');
  const query = useQuery(accountsQueries.session.queryOptions());
  const isIn = query.data !== undefined && query.data.account !== null && !query.data.demo;
  useEffect(() => {
    if (isIn) arrive(from);
  }, [isIn, from]);
  return (
    <Loaded query={query} waiting={<Skeleton lines={4} label="正在打开登录页…" />}>
      {(session) => {
        if (isIn) return <Skeleton lines={4} label="正在进入平台…" />;
        if (session.demo) return <DemoChooser from={from} city={session.city.name} current={session.account?.id} />;
        if (session.stage) return <LoginStage stage={session.stage} rules={session.passwordRules} passkeys={session.passkeys} from={from} />;
        return session.setupNeeded ? <SetupInvitation /> : <LoginForm from={from} passkeys={session.passkeys} singleSignOn={session.singleSignOn} />;
      }}
    </Loaded>
  );
}
