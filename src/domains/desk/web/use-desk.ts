import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '../../../ui/pages.ts';
import type { Waits } from '../terms.ts';
import { deskQueries } from './desk-api.ts';

/** What the addresses of the desk and of an item on it say alike. */
export type DeskSearch = {
  kind?: string | undefined;
  milestone?: string | undefined;
  unit?: string | undefined;
  waits?: Waits | undefined;
  gate?: 'complete' | 'incomplete' | undefined;
  lamp?: 'late' | undefined;
  page?: number | undefined;
};

/** The filters of the address, and the page of the desk that they show. */
export function useDesk() {
  // The address of an item says the same, and which item.
  const { kind, milestone, unit, waits, gate, lamp, page } = useSearch('/desk');
  const search: DeskSearch = { kind, milestone, unit, waits, gate, lamp, page };
  const input = Object.fromEntries(Object.entries({ ...search, page: page ?? 1 }).filter(([, value]) => value !== undefined));
  return { search, query: useQuery(deskQueries.list.queryOptions({ input: input as { page: number }, placeholderData: keepPreviousData })) };
}
