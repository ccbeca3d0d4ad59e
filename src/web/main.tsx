import '../ui/tokens.css';
import '../ui/base.css';
import '@fontsource/barlow-semi-condensed/latin-500.css';
import '@fontsource/barlow-semi-condensed/latin-600.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followAddress } from '../ui/address.ts';
import { whenSignedOut } from '../ui/client.ts';
import { readDensity, showDensity } from '../ui/density.ts';
import { createQueryClient } from '../ui/query-client.ts';
import { fetchPage } from './pages.ts';
import { Platform } from './Platform.tsx';
import { reloadOnce } from './reload-once.ts';
import { sessionQuery } from './session-query.ts';

showDensity(readDensity());
reloadOnce();
void import('../ui/fonts.ts');

const queries = createQueryClient();
// The shell asks again who is at work, and leads to the log-in.
whenSignedOut(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }));
followAddress(fetchPage);
// The page is on its way while the session is asked.
void fetchPage(location.pathname)?.catch(() => undefined);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Platform />
    </QueryClientProvider>
  </StrictMode>,
);
