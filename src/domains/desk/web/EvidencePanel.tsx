import { useState } from 'react';
import { Section } from '../../../ui/Section.tsx';
import { EvidenceChecks } from './EvidenceChecks.tsx';
import { EvidenceFile } from './EvidenceFile.tsx';
import type { Dossier } from './shapes.ts';

/** The evidence of the milestone first, then what stands beside the record and its others; one is shown. */
export function EvidencePanel({ dossier, milestone }: { dossier: Dossier; milestone: string }) {
  const sorted = [...dossier.evidence].sort((a, b) => Number(b.milestone === milestone) - Number(a.milestone === milestone));
  const [open, setOpen] = useState<string>();
  const shown = sorted.find((it) => it.id === open) ?? sorted[0];
  const label = (id: string) => dossier.milestones.find((it) => it.id === id)?.label ?? '登记';
  return (
    <div className="desk-evidence">
      <Section title="佐证" hint={sorted.length > 0 ? `${sorted.length} 份` : undefined}>
        {shown ? (
          <>
            <ul className="desk-evidence-list">
              {sorted.map((it) => (
                <li key={it.id}>
                  <button type="button" aria-pressed={it.id === shown.id} onClick={() => setOpen(it.id)}>
                    <b>{it.kind}</b>
                    <span>{label(it.milestone)}・{it.name}</span>
                  </button>
                </li>
              ))}
            </ul>
            <EvidenceFile evidence={shown} />
            <EvidenceChecks key={shown.id} evidence={shown} may={dossier.mayCheck} />
          </>
        ) : <p className="desk-none">这条记录还没有佐证。缺关键佐证的，请退回申报单位补齐。</p>}
      </Section>
    </div>
  );
}
