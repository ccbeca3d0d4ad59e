import type { ReactNode } from 'react';
import './Tag.css';

export interface TagProps {
  /** cinnabar: must be seen to; ginkgo: talent, in hand; teal: plain kind; pine: certified, on track; ink: neutral. */
  variant?: 'ink' | 'teal' | 'ginkgo' | 'cinnabar' | 'pine';
  /** `outline` for what a thing is, `soft` for a mark beside a name. */
  look?: 'outline' | 'soft';
  children: ReactNode;
}

export function Tag({ variant = 'ink', look = 'outline', children }: TagProps) {
  return <span className={`tag tag-${variant} tag-${look}`}>{children}</span>;
}
