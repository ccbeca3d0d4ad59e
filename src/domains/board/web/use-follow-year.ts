import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useYear } from '../../../ui/session.ts';
import { inYear } from './window-text.ts';

/** When the year above the page is switched, the page goes to the same part of that year. */
export function useFollowYear(window: string): void {
  const year = useYear();
  const before = useRef(year);
  const navigate = useNavigate();
  useEffect(() => {
    if (before.current === year) return;
    before.current = year;
    const other = inYear(window, year);
    if (other !== undefined) void navigate({ from: '/figures/$measure/$owner/$window', to: '.', params: (it) => ({ ...it, window: other }), search: (it) => it, replace: true });
  }, [year, window, navigate]);
}
