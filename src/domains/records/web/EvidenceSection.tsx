import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { fileSize } from '../../../ui/file-choice.ts';
import { momentText } from '../../../ui/moment-text.ts';
import { Section } from '../../../ui/Section.tsx';
import { ENTRY_LABEL } from '../terms.ts';
import type { Dossier } from './shapes.ts';
import './EvidenceSection.css';

const EvidenceDialog = lazy(() => import('./EvidenceDialog.tsx').then((it) => ({ default: it.EvidenceDialog })));

/** The files that prove it, each to be kept; and adding one. */
export function EvidenceSection({ dossier, onDone }: { dossier: Dossier; onDone: (told: string) => void }) {
  const [open, setOpen] = useState(false);
  const { evidence, milestones, mayCorrect } = dossier;
  const label = (id: string) => milestones.find((it) => it.id === id)?.label ?? ENTRY_LABEL;
  return (
    <div id="evidence" className="dossier-anchor">
      <Section title="佐证" hint={evidence.length > 0 ? '点文件名下载' : undefined} link={mayCorrect ? <Button small onClick={() => setOpen(true)}>上传佐证</Button> : undefined}>
        {evidence.length === 0 ? <p className="dossier-none">还没有佐证。{mayCorrect ? '认定前请把协议、回单等原件的扫描件传上来。' : ''}</p> : null}
        <ul className="evidence">
          {evidence.map((it) => (
            <li key={it.id}>
              <a href={`/api/v1/evidence/${it.id}`} download={it.name}>{it.name}</a>
              <span className="evidence-about">
                {it.kind}・{label(it.milestone)}・<span className="num">{fileSize(it.size)}</span>・{it.unit.name}・<span className="num">{momentText(it.at)}</span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Suspense fallback={null}>{open ? <EvidenceDialog dossier={dossier} onClose={() => setOpen(false)} onDone={onDone} /> : null}</Suspense>
    </div>
  );
}
