import { useEffect } from 'react';
import { go } from '../ui/address.ts';
import { loginPath } from './login-path.ts';
import { PagePending } from './PagePending.tsx';

/** Leads to the log-in, which leads back: nobody is logged in, or the session ended while a page was open. */
export function ToLogin() {
  useEffect(() => go(loginPath(location.pathname + location.search), { replace: true }), []);
  return <PagePending />;
}
