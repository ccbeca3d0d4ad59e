import { useEffect } from 'react';
import { addShortcuts, type Shortcut } from './shortcuts.ts';

/** Shortcuts of the page while it is shown. Give a list that stays the same between renders (`useMemo`). */
export function useShortcuts(list: readonly Shortcut[]): void {
  useEffect(() => (list.length > 0 ? addShortcuts(list) : undefined), [list]);
}
