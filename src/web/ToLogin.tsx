import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { loginPath } from './login-path.ts';
import { PagePending } from './PagePending.tsx';

/** Leads to the log-in, which leads back: the session ended while a page was open. */
export function ToLogin() {
  const router = useRouter();
  useEffect(() => {
    void router.navigate({ href: loginPath(router.state.location.href), replace: true });
  }, [router]);
  return <PagePending />;
}
