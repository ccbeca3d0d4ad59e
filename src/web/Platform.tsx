import { useAddress } from '../ui/address.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Gate } from './Gate.tsx';
import { OpenPage } from './OpenPage.tsx';
import { gatePaths } from './pages.ts';
import { Shell } from './Shell.tsx';
import { ShellError } from './ShellError.tsx';

/** The whole: what stands before the log-in, or the shell behind it. */
export function Platform() {
  const { path } = useAddress();
  return (
    <ErrorBoundary at={path} instead={(error) => <ShellError error={error} />}>
      {gatePaths.includes(path) ? <Gate><OpenPage /></Gate> : <Shell />}
    </ErrorBoundary>
  );
}
