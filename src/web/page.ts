import type { ComponentType } from 'react';
import type { Search } from '../ui/address.ts';
import { type Read, type Readers, readSearch } from '../ui/search-params.ts';

/** A page that is fetched when it is first opened. */
export interface Page<Found = object> {
  /** What its address says behind the `?`. */
  read(raw: Search): Found;
  /** Fetches it; a fetch that failed is tried anew. */
  fetch(): Promise<void>;
  /** What `fetch` brought. */
  component: ComponentType | undefined;
}

/**
 * `page(() => import('../domains/board/web/BoardPage.tsx'), 'BoardPage', { unit: words })`. The page's own types stay out of
 * the table's, so that a page may be typed by the table without a circle.
 */
export function page<Named extends Readers = Record<never, never>>(load: () => Promise<unknown>, name: string, readers = {} as Named): Page<Read<Named>> {
  let coming: Promise<void> | undefined;
  const made: Page<Read<Named>> = {
    read: readSearch(readers),
    component: undefined,
    fetch() {
      coming ??= load().then((parts) => {
        made.component = (parts as Record<string, ComponentType>)[name];
      });
      coming.catch(() => (coming = undefined));
      return coming;
    },
  };
  return made;
}
