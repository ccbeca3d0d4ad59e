import type { InferContractRouterOutputs } from '@orpc/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { recordsContract } from '../contract.ts';
import { recordsApi } from './records-api.ts';

/** What a form and the filters of a kind are made of. */
export type RegisterForm = InferContractRouterOutputs<typeof recordsContract>['form'];

export function useForm(kind: string): UseQueryResult<RegisterForm> {
  return useQuery(recordsApi.form.queryOptions({ input: { kind }, staleTime: 600_000 }));
}
