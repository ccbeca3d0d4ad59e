import type { ReactNode } from 'react';
import { AddressLink } from '../ui/AddressLink.tsx';
import { hrefOf, useAddress } from '../ui/address.ts';
import { isWithin } from './navigation.ts';

interface NavigationLinkProps {
  path: string;
  className: string;
  onClick?: (() => void) | undefined;
  children: ReactNode;
}

/** A link to a page by its plain path; says when one is on it or below it. */
export function NavigationLink({ path, className, onClick, children }: NavigationLinkProps) {
  const here = useAddress();
  const within = isWithin(here.path, path);
  return (
    <AddressLink href={hrefOf(path, {}, here)} className={within ? `${className} ${className}-current` : className} aria-current={within ? 'page' : undefined} onClick={onClick}>
      {children}
    </AddressLink>
  );
}
