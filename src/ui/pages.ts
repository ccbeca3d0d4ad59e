import { createContext, useContext } from 'react';
import type { Params } from './page-path.ts';

/** The platform that the kit stands in; it names its pages by declaring `pages` here. */
// oxlint-disable-next-line no-empty-interface
export interface Platform {}

type Pages = Platform extends { pages: infer Named } ? Named : never;

/** The pattern of a page: `/dossiers/$id`. */
export type Pattern = keyof Pages & string;

/** What a page's address may say behind the `?`. */
type SearchOf<At extends Pattern> = Pages[At] extends { read: (raw: never) => infer Found } ? Found : never;

interface PageHere {
  readonly params: Readonly<Record<string, string>>;
  readonly search: object;
}

const PageContext = createContext<PageHere>({ params: {}, search: {} });

export const PageProvider = PageContext.Provider;

/** What the address of this page fills in. @param _pattern this page's */
export function useParams<At extends Pattern>(_pattern: At): Params<At> {
  return useContext(PageContext).params as Params<At>;
}

/** What the address of this page says behind the `?`, as the page's readers read it. @param _pattern this page's */
export function useSearch<At extends Pattern>(_pattern: At): SearchOf<At> {
  return useContext(PageContext).search as SearchOf<At>;
}
