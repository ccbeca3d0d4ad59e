import { type ReactNode, useId } from 'react';
import './Section.css';

export interface SectionProps {
  title: string;
  /** How it is sorted, since when, of what. */
  hint?: ReactNode;
  /** One link or small button at the right of the heading. */
  link?: ReactNode;
  /** Heading level; 2 unless it stands inside another section. */
  level?: 2 | 3;
  children: ReactNode;
}

export function Section({ title, hint, link, level = 2, children }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="section" aria-labelledby={id}>
      <header className="section-head">
        <Heading id={id}>{title}</Heading>
        {hint ? <p className="section-hint">{hint}</p> : null}
        {link ? <div className="section-link">{link}</div> : null}
      </header>
      {children}
    </section>
  );
}
