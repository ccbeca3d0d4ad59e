import { queryOptions } from '@tanstack/react-query';
import { createClient } from '../ui/client.ts';
import type { Session } from '../ui/session.ts';

/** The two calls of the accounts domain that the shell itself makes. */
const accounts = createClient('accounts') as unknown as {
  session(): Promise<Session>;
  logOut(): Promise<unknown>;
};

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: () => accounts.session(), staleTime: 60_000 });

/** Ends the session at the server and forgets everything that was read. */
export async function logOut(): Promise<void> {
  await accounts.logOut();
  location.assign('/login');
}
