import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SearchChange } from './SearchLink.tsx';

/** Changes search parameters of this page; undefined takes one out, the rest stays. The back button undoes it. */
export function useSearchChange(): (change: SearchChange) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) => {
      const target = { to: '.', search: (before: SearchChange) => ({ ...before, ...change }), resetScroll: false };
      void navigate(target as Parameters<typeof navigate>[0]);
    },
    [navigate],
  );
}
