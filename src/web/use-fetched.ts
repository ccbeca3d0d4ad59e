import { type ComponentType, useEffect, useState } from 'react';
import type { Page } from './page.ts';

/** A page's component; undefined while it is fetched. @throws what kept it from being fetched, to the boundary above */
export function useFetched(page: Page | undefined): ComponentType | undefined {
  const [failed, setFailed] = useState<{ page: Page; error: unknown }>();
  const [, setCome] = useState<Page>();
  useEffect(() => {
    if (!page || page.component) return;
    page.fetch().then(
      () => setCome(page),
      (error: unknown) => setFailed({ page, error }),
    );
  }, [page]);
  if (failed && failed.page === page) throw failed.error;
  return page?.component;
}
