import { Section } from '../../../ui/Section.tsx';
import { CreditBar } from './CreditBar.tsx';
import type { Dossier } from './shapes.ts';

/** Which units have it credited, by what shares, from which day. */
export function CreditSection({ dossier: { credits } }: { dossier: Dossier }) {
  const shared = credits.some((it) => it.shared);
  return (
    <div id="credits" className="dossier-anchor">
      <Section title="计分单位" hint={shared ? '按分成计入，全市只计一次' : '全额计入，全市只计一次'}>
        {credits.length === 0 ? <p className="dossier-none">只计入全市，不计入任何单位。</p> : credits.map((it) => <CreditBar key={it.from ?? 'start'} span={it} />)}
      </Section>
    </div>
  );
}
