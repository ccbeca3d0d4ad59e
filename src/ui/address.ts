import { useSyncExternalStore } from 'react';
import { newRequestId } from './request-id.ts';

/** What stands behind the `?`: as it is written. */
export type Search = Readonly<Record<string, string>>;

/** A search to go to: undefined takes a parameter out. */
export type SearchChange = Readonly<Record<string, string | number | boolean | undefined>>;

/** What the history keeps with an address without showing it: words that may be somebody's name. */
export type Kept = Readonly<Record<string, string>>;

export interface Address {
  readonly path: string;
  readonly search: Search;
  readonly kept: Kept;
  /** Where the page is to be scrolled to: pixels, or the id of a part; undefined where it stays as it is. */
  readonly scroll?: number | string | undefined;
}

export interface Going {
  /** In the place of the address where one is, so that the back button passes it by. */
  replace?: boolean | undefined;
  kept?: Kept | undefined;
  /** The page stays scrolled as it is. */
  stay?: boolean | undefined;
}

/** What a filter takes out besides: a list that is filtered anew starts at its beginning. */
export const FROM_THE_START: SearchChange = { page: undefined, before: undefined };

/** How long the page before stays while the next is fetched, in ms. */
const PATIENCE = 200;

const listeners = new Set<() => void>();
const scrolled = new Map<string, number>();
let shown: Address = { path: '/', search: {}, kept: {} };
let key = '';
let prepare: (path: string) => Promise<unknown> | undefined = () => undefined;
let sought = 0;

/**
 * Begins to follow the browser's address; once, before anything is shown.
 * @param fetching fetches the page of a path; undefined where it is there
 */
export function followAddress(fetching: typeof prepare): void {
  prepare = fetching;
  history.scrollRestoration = 'manual';
  key = keyHere() ?? newRequestId();
  history.replaceState({ key, kept: keptHere() }, '');
  shown = { ...addressHere(), scroll: partHere() };
  window.addEventListener('popstate', () => {
    const to = keyHere();
    // A leap to a place on this same page; the browser has done it.
    if (to === undefined) history.replaceState({ key, kept: shown.kept }, '');
    else void arrive(to, (it) => scrolled.get(it) ?? 0);
  });
}

/** The address of the page that is shown: the browser's own, but for the moment in which the next page is fetched. */
export function addressShown(): Address {
  return shown;
}

export function useAddress(): Address {
  return useSyncExternalStore(subscribe, addressShown);
}

/** Goes to an address inside the platform: `/board?year=2021`. */
export function go(href: string, { replace = false, kept = {}, stay = false }: Going = {}): void {
  const to = newRequestId();
  const here = replace || new URL(href, location.href).href === location.href;
  const leave = () => history[here ? 'replaceState' : 'pushState']({ key: to, kept }, '', href);
  void arrive(to, () => (stay ? undefined : (partHere() ?? 0)), leave);
}

/** Goes to this same page with other search parameters; the rest of them stays, and what the history keeps, and the scrolling. */
export function changeSearch(change: SearchChange, kept: Kept = shown.kept): void {
  go(hrefOf(shown.path, { ...shown.search, ...change }, shown), { kept, stay: true });
}

/** Fetches the page of an address before one goes there. */
export function preload(href: string): void {
  void prepare(new URL(href, location.href).pathname);
}

/** A path with its search. The year of assessment goes along from page to page, unless the search says another or undefined. */
export function hrefOf(path: string, search: SearchChange = {}, { search: { year } }: Pick<Address, 'search'> = shown): string {
  const said = Object.entries({ ...(year === undefined ? {} : { year }), ...search }).filter((it) => it[1] !== undefined);
  const text = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Shows the address, once its page is there or the patience is at its end; whoever went on meanwhile never sees it. */
async function arrive(to: string, scroll: (key: string) => Address['scroll'], leave?: () => void): Promise<void> {
  const mine = (sought += 1);
  scrolled.set(key, window.scrollY);
  leave?.();
  key = to;
  const next = { ...addressHere(), scroll: scroll(to) };
  const coming = prepare(next.path);
  if (coming) await Promise.race([coming.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  if (mine !== sought) return;
  shown = next;
  for (const tell of listeners) tell();
}

function addressHere(): Address {
  return { path: location.pathname, search: Object.fromEntries(new URLSearchParams(location.search)), kept: keptHere() };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const stateHere = () => history.state as { key?: string; kept?: Kept } | null;
const keyHere = () => stateHere()?.key;
const partHere = () => location.hash.slice(1) || undefined;
const keptHere = () => stateHere()?.kept ?? {};
