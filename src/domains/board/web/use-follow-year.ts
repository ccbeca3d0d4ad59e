import { useEffect, useRef } from 'react';
import { go, hrefOf } from '../../../ui/address.ts';
import { fillPath } from '../../../ui/page-path.ts';
import { useParams, useSearch } from '../../../ui/pages.ts';
import { useYear } from '../../../ui/session.ts';
import { inYear } from './window-text.ts';

/** When the year above the page is switched, the page goes to the same part of that year. */
export function useFollowYear(): void {
  const { measure, owner, window } = useParams('/figures/$measure/$owner/$window');
  const { standing } = useSearch('/figures/$measure/$owner/$window');
  const year = useYear();
  const before = useRef(year);
  useEffect(() => {
    if (before.current === year) return;
    before.current = year;
    const other = inYear(window, year);
    if (other !== undefined) go(hrefOf(fillPath('/figures/$measure/$owner/$window', { measure, owner, window: other }), { standing }), { replace: true });
  }, [year, measure, owner, window, standing]);
}
