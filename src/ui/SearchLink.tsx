import type { ReactNode } from 'react';
import { AddressLink } from './AddressLink.tsx';
import { hrefOf, type SearchChange, useAddress } from './address.ts';

export interface SearchLinkProps {
  change: SearchChange;
  className?: string | undefined;
  /** Marks the link as the place where one is. */
  current?: boolean | undefined;
  children: ReactNode;
}

/** A link to this same page with other search parameters; the rest of them stays, and what the history keeps of the page. */
export function SearchLink({ change, className, current, children }: SearchLinkProps) {
  const here = useAddress();
  return (
    <AddressLink href={hrefOf(here.path, { ...here.search, ...change }, here)} kept={here.kept} stay className={className} aria-current={current ? 'page' : undefined}>
      {children}
    </AddressLink>
  );
}
