import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SearchChange } from './SearchLink.tsx';

/** What a filter takes out besides: a list that is filtered anew starts at its beginning. */
export const FROM_THE_START: SearchChange = { page: undefined, before: undefined };

/** Changes search parameters of this page; undefined takes one out, the rest stays. The back button undoes it. */
export function useSearchChange(): (change: SearchChange) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) => {
      const target = { to: '.', search: (before: SearchChange) => ({ ...before, ...change }), state: true, resetScroll: false };
      void navigate(target as Parameters<typeof navigate>[0]);
    },
    [navigate],
  );
}
