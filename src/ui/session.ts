import { useSearch } from '@tanstack/react-router';
import { createContext, useContext } from 'react';

/** Who is at work, as the shell and the pages need it; the server gives it. */
export interface Session {
  person: { id: string; name: string };
  /** The unit for which the person acts; none for an administrator. */
  unit: { id: string; name: string } | undefined;
  /** The city's name, from the pack. */
  city: string;
  /** `YYYY-MM-DD` by the server's clock. */
  today: string;
  /** The year of assessment that is shown where the address names none. */
  year: number;
  /** The years that may be shown. */
  years: readonly number[];
  /** Paths of the pages that this person may open; all where it is left out. */
  pages?: readonly string[] | undefined;
  /** What stands at the right of a navigation entry, by its path. */
  counts?: Readonly<Record<string, { text: string; urgent?: boolean | undefined }>> | undefined;
}

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this component: only pages inside the shell have one');
  return session;
}

/** The year of assessment: from the address (`?year=2021`), else the session's. */
export function useYear(): number {
  const session = useSession();
  const search: { year?: unknown } = useSearch({ strict: false });
  return typeof search.year === 'number' ? search.year : session.year;
}
