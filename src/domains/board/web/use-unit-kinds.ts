import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { createQueries } from '../../../ui/queries.ts';
import type { accountsContract } from '../../accounts/contract.ts';
import type { UnitKinds } from './unit-groups.ts';

const accountsApi = createQueries<typeof accountsContract>('accounts');

/** The city's units by kind; empty until they are read, so that nothing waits for them. */
export function useUnitKinds(): UnitKinds {
  const { data } = useQuery(accountsApi.units.queryOptions({ staleTime: 600_000 }));
  return useMemo(() => new Map(data?.map((it) => [it.id, it.kind])), [data]);
}
