import { createContext, useContext } from 'react';
import { useAddress } from './address.ts';
import { wholeNumber } from './search-params.ts';

interface Named {
  id: string;
  name: string;
}

/** What the server says to whoever asks who they are; without an account nobody is logged in. */
export interface SessionAnswer {
  account: { id: string; login: string; name: string; unit: Named; post: string; role: string | null; /** Logged in to by the single sign-on. */ linked: boolean } | null;
  /** How far a log-in under way has come; null without one, and when it is done. */
  stage: 'factor' | 'password' | 'enrol' | null;
  /** What a new password must be like: characters, and kinds of characters. */
  passwordRules: { length: number; classes: number };
  /** Days until the own password must be changed, told in the last week. */
  passwordDaysLeft: number | null;
  /** Whether passkeys can be used at this address. */
  passkeys: boolean;
  /** Whether one may log in by the city's single sign-on: at `/sso/login`. */
  singleSignOn: boolean;
  /** Rights that the account has in any scope: `records:read`. */
  rights: readonly string[];
  setupNeeded: boolean;
  demo: boolean;
  city: Named;
  /** The platform's own name. */
  platform: string;
  /** `YYYY-MM-DD` by the server's clock. */
  today: string;
  /** Years that have figures, newest first; this year always. */
  years: readonly number[];
}

/** Who is at work; what pages inside the shell stand on. */
export interface Session extends SessionAnswer {
  account: NonNullable<SessionAnswer['account']>;
}

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this component: only pages inside the shell have one');
  return session;
}

/** Whether the person has a right in any scope; the server still decides about each record. */
export function useMay(right: string): boolean {
  return useSession().rights.includes(right);
}

/** The year of assessment: from the address (`?year=2021`), else the year of the server's day. */
export function useYear(): number {
  const { today } = useSession();
  return wholeNumber(useAddress().search['year']) ?? yearOf(today);
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
