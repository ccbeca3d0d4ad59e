import '../ui/tokens.css';
import '../ui/base.css';
import '@fontsource/barlow-semi-condensed/latin-500.css';
import '@fontsource/barlow-semi-condensed/latin-600.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readDensity, showDensity } from '../ui/density.ts';
import { reloadOnce } from './reload-once.ts';
import { queries, router } from './router.tsx';

showDensity(readDensity());
reloadOnce();
void import('../ui/fonts.ts');

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
