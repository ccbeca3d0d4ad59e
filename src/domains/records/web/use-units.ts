import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { createQueries } from '../../../ui/queries.ts';
import type { Choice } from '../../../ui/SelectField.tsx';
import type { accountsContract } from '../../accounts/contract.ts';

const accountsApi = createQueries<typeof accountsContract>('accounts');

/** The city's units as choices; empty until they are read. */
export function useUnits(): Choice[] {
  const { data } = useQuery(accountsApi.units.queryOptions({ staleTime: 600_000 }));
  return useMemo(() => data?.map((it) => ({ value: it.id, label: it.name })) ?? [], [data]);
}
