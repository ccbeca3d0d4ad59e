import { queryOptions } from '@tanstack/react-query';
import { createClient } from '../ui/client.ts';
import type { SessionAnswer } from '../ui/session.ts';

/** The calls that the shell itself makes; their shapes are the accounts' and the records' contracts. */
const accounts = createClient('accounts') as unknown as { session(): Promise<SessionAnswer>; logout(): Promise<unknown> };
const records = createClient('records') as unknown as { kinds(): Promise<{ kind: string; count: number }[]> };

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: () => accounts.session(), staleTime: 60_000 });

/** What stands at the right of a navigation entry, by its path. */
export const countsQuery = queryOptions({
  queryKey: ['navigation-counts'],
  queryFn: async () => new Map((await records.kinds()).map((it) => [`/registers/${it.kind}`, String(it.count)])),
  staleTime: 60_000,
});

/** Ends the session at the server, and at the single sign-on that led to it, and forgets everything that was read. @param linked whether it was by single sign-on */
export async function logOut(linked: boolean): Promise<void> {
  await accounts.logout().catch(() => undefined);
  location.assign(linked ? '/sso/logout' : '/login');
}
