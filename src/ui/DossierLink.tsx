import type { ReactNode } from 'react';
import { Link } from './Link.tsx';

/** To everything that stands about a subject. */
export function DossierLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to="/dossiers/$id" params={{ id }}>
      {children}
    </Link>
  );
}
