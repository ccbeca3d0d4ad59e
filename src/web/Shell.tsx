import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { PasswordNotice } from '../domains/accounts/web/PasswordNotice.tsx';
import { StepUp } from '../domains/accounts/web/StepUp.tsx';
import { SessionProvider } from '../ui/session.ts';
import { ShortcutSheet } from '../ui/ShortcutSheet.tsx';
import { BottomBar } from './BottomBar.tsx';
import { Page } from './Page.tsx';
import { sessionQuery } from './session-query.ts';
import { ShellError } from './ShellError.tsx';
import { ShellPending } from './ShellPending.tsx';
import { SideBar } from './SideBar.tsx';
import { ToLogin } from './ToLogin.tsx';
import { TopBar } from './TopBar.tsx';
import './Shell.css';

/** The frame of every page behind the log-in. */
export function Shell() {
  const { data: session, error } = useQuery(sessionQuery);
  const [keys, setKeys] = useState(false);
  const showKeys = useCallback(() => setKeys(true), []);
  if (!session) return error ? <ShellError error={error} /> : <ShellPending />;
  const { account } = session;
  if (!account) return <ToLogin />;
  return (
    <SessionProvider value={{ ...session, account }}>
      <a className="skip-link" href="#main">跳到正文</a>
      <div className="shell">
        <SideBar />
        <div className="shell-page">
          <TopBar onShortcuts={showKeys} />
          <main id="main" className="shell-main" tabIndex={-1}>
            <PasswordNotice />
            <Page />
          </main>
        </div>
      </div>
      <BottomBar />
      <StepUp />
      <ShortcutSheet open={keys} onOpen={showKeys} onClose={() => setKeys(false)} />
    </SessionProvider>
  );
}
