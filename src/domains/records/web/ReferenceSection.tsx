import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Dossier } from './shapes.ts';

type Subject = Dossier['references'][number]['subject'];

/** What the record refers to, and what refers to it. */
export function ReferenceSection({ dossier: { id, references, referredBy } }: { dossier: Dossier }) {
  const link = ({ id: to, number, name }: Subject) => (
    <>
      <Link to="/dossiers/$id" params={{ id: to }}>{name}</Link>
      {name === number ? null : <span className="quiet num"> {number}</span>}
    </>
  );
  const groups = new Map<string, Subject[]>();
  for (const { label, subject } of referredBy) {
    const name = `${subject.kindLabel}的${label}`;
    groups.set(name, [...(groups.get(name) ?? []), subject]);
  }
  return (
    <div id="references" className="dossier-anchor">
      <Section title="关联记录" hint="本记录引用的，和引用本记录的" link={referredBy.length > 0 ? <Link to="/dossiers/$id/trace" params={{ id }}>裂变效应</Link> : undefined}>
        {references.length + referredBy.length === 0 ? <p className="dossier-none">没有引用别的记录，也没有被别的记录引用。</p> : null}
        <DefinitionList
          items={[
            ...references.map((it) => ({
              term: it.label,
              value: it.open ? link(it.subject) : it.subject.number,
              note: it.open ? undefined : '不在您的查看范围之内',
            })),
            ...[...groups].map(([label, list]) => ({
              term: `作为${label}`,
              value: <ul>{list.map((it) => <li key={it.id}>{link(it)}</li>)}</ul>,
            })),
          ]}
        />
      </Section>
    </div>
  );
}
