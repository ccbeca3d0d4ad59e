import { useMemo } from 'react';
import { useSession } from '../ui/session.ts';
import { type NavigationGroup, openGroups } from './navigation.ts';

/** The navigation of this person: entries whose right they have. */
export function useOpenGroups(): NavigationGroup[] {
  const { rights } = useSession();
  return useMemo(() => openGroups(({ right }) => rights.includes(right)), [rights]);
}
