import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A change of the address's search: undefined takes a parameter out. */
export type SearchChange = Readonly<Record<string, unknown>>;

export interface SearchLinkProps {
  change: SearchChange;
  className?: string | undefined;
  /** Marks the link as the place where one is. */
  current?: boolean | undefined;
  children: ReactNode;
}

/** A link to this same page with other search parameters; the rest of them stays, and what the history keeps of the page. */
export function SearchLink({ change, className, current, children }: SearchLinkProps) {
  const target = { to: '.', search: (before: SearchChange) => ({ ...before, ...change }), state: true } as LinkProps;
  return (
    <Link {...target} className={className} activeOptions={{ exact: true }} aria-current={current ? 'page' : undefined} resetScroll={false}>
      {children}
    </Link>
  );
}
