import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SearchChange } from '../../../ui/SearchLink.tsx';

declare module '@tanstack/history' {
  interface HistoryState {
    words?: string;
  }
}

/**
 * What is looked for in a register. It may be a person's name, so it stands in the history's state, never in the address (where
 * `?q=` is still read); the back button and a reload find it again.
 */
export function useWords(): [words: string | undefined, set: (words: string | undefined, change?: SearchChange) => void] {
  const navigate = useNavigate();
  const kept = useLocation({ select: (it) => it.state.words });
  const { q } = useSearch({ from: '/shell/registers/$kind' });
  const set = useCallback(
    (words: string | undefined, change: SearchChange = {}) => {
      const target = { to: '.', search: (before: SearchChange) => ({ ...before, ...change, q: undefined, page: undefined }), state: (before: object) => ({ ...before, words: words ?? '' }), resetScroll: false };
      void navigate(target as Parameters<typeof navigate>[0]);
    },
    [navigate],
  );
  return [(kept ?? q) || undefined, set];
}
