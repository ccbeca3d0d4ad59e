import { useQuery } from '@tanstack/react-query';
import { createQueries } from '../../../ui/queries.ts';
import { useMay } from '../../../ui/session.ts';
import type { recordsContract } from '../../records/contract.ts';

const recordsApi = createQueries<typeof recordsContract>('records');

/** The registers with their kinds and sheets; empty until they are read. */
export function useRegisters(): { kind: string; sheet: string }[] {
  const { data } = useQuery({ ...recordsApi.kinds.queryOptions(), enabled: useMay('records:read') });
  return data ?? [];
}
