import type { ReactNode } from 'react';
import { Link } from '../../../ui/Link.tsx';

export interface FigureLinkProps {
  measure: string;
  owner: string;
  window: string;
  /** Declared opens what is declared; certified unless told. */
  standing?: 'certified' | 'declared' | undefined;
  className?: string | undefined;
  title?: string | undefined;
  children: ReactNode;
}

/** A value that opens to the figure's page. */
export function FigureLink({ measure, owner, window, standing, className, title, children }: FigureLinkProps) {
  return (
    <Link
      to="/figures/$measure/$owner/$window"
      params={{ measure, owner, window }}
      search={standing === 'declared' ? { standing } : {}}
      className={className}
      title={title}
    >
      {children}
    </Link>
  );
}
