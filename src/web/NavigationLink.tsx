import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isWithin } from './navigation.ts';

interface NavigationLinkProps {
  path: string;
  className: string;
  onClick?: (() => void) | undefined;
  children: ReactNode;
}

/** A link to a page by its plain path; says when one is on it or below it. */
export function NavigationLink({ path, className, onClick, children }: NavigationLinkProps) {
  const within = useLocation({ select: (it) => isWithin(it.pathname, path) });
  return (
    <Link {...({ to: path } as LinkProps)} className={within ? `${className} ${className}-current` : className} aria-current={within ? 'page' : undefined} onClick={onClick}>
      {children}
    </Link>
  );
}
