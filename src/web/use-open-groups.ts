import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '../ui/session.ts';
import { type NavigationGroup, openGroups } from './navigation.ts';

/** The navigation of this person: entries whose page is registered and whose right they have. */
export function useOpenGroups(): NavigationGroup[] {
  const { routesByPath } = useRouter();
  const { rights } = useSession();
  return useMemo(() => openGroups(({ route, right }) => route in routesByPath && rights.includes(right)), [routesByPath, rights]);
}
