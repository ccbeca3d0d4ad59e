import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '../ui/session.ts';
import { type NavigationGroup, openGroups } from './navigation.ts';

/** The navigation of this person: entries whose page is registered and who may open it. */
export function useOpenGroups(): NavigationGroup[] {
  const { routesByPath } = useRouter();
  const { pages } = useSession();
  return useMemo(() => openGroups((path) => path in routesByPath && (pages?.includes(path) ?? true)), [routesByPath, pages]);
}
