import { useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useShortcuts } from '../../../ui/use-shortcuts.ts';
import { ActDialog } from './ActDialog.tsx';
import { type ActWords, deskActs } from './desk-acts.ts';
import type { Dossier } from './shapes.ts';

interface ItemActsProps {
  dossier: Dossier;
  milestone: string;
  label: string;
  reasons: readonly string[];
  /** The frozen period in which its day lies. */
  frozen: string | null;
  onDone: (told: string) => void;
}

/** What the person may do about the milestone, each by its key; where nothing, why not. */
export function ItemActs({ dossier, milestone, label, reasons, frozen, onDone }: ItemActsProps) {
  const [act, setAct] = useState<ActWords>();
  const offered = useMemo(() => deskActs.filter((it) => dossier.actions.some((one) => one.act === it.act && one.milestones.some((place) => place.id === milestone))), [dossier.actions, milestone]);
  useShortcuts(useMemo(() => offered.map((it) => ({ keys: it.key, label: it.label, group: '初核认定', run: () => setAct(it) })), [offered]));
  const why = dossier.actions.find((it) => it.act === 'verify' && it.why !== null)?.why;
  const certifyWhy = dossier.actions.find((it) => it.act === 'certify' && it.why !== null)?.why;
  return (
    <Section title="办理">
      {frozen === null ? null : <p className="desk-none">事项日期在已封账的{frozen}：此后的认定、退回列为调整，不改动封存的数。</p>}
      {offered.length > 0 ? (
        <div className="desk-acts">
          {offered.map((it, index) => <Button key={it.act} hint={it.key} variant={it.negative ? 'plain' : index === 0 ? 'primary' : 'plain'} onClick={() => setAct(it)}>{it.label}</Button>)}
        </div>
      ) : (
        <ul className="desk-why">{[...new Set([why, certifyWhy])].filter(Boolean).map((it) => <li key={it}>{it}</li>)}</ul>
      )}
      {act ? <ActDialog key={act.act} dossier={dossier} milestone={milestone} label={label} words={act} reasons={reasons} frozen={frozen} onClose={() => setAct(undefined)} onDone={onDone} /> : null}
    </Section>
  );
}
