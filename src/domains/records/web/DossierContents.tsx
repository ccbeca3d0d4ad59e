import { Section } from '../../../ui/Section.tsx';
import { sectionsOf } from './sections.ts';
import type { Dossier } from './shapes.ts';

/** Leads to the sections of a record's page. */
export function DossierContents({ dossier }: { dossier: Dossier }) {
  return (
    <nav className="dossier-contents" aria-label="本页内容">
      <Section title="本页内容">
        {sectionsOf(dossier).map(({ id, title, count }) => (
          <a key={id} href={`#${id}`}>
            {title}
            {count === undefined ? null : <span className="num">{count}</span>}
          </a>
        ))}
      </Section>
    </nav>
  );
}
