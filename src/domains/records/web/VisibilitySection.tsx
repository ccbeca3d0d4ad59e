import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import { recordsApi } from './records-api.ts';
import type { Dossier } from './shapes.ts';
import { type VisibilityAct, VisibilityDialog } from './VisibilityDialog.tsx';
import './VisibilitySection.css';

/** Who sees the record beside those to whom it belongs. */
export function VisibilitySection({ dossier, onDone }: { dossier: Dossier; onDone: (told: string) => void }) {
  const { id, visibility: { shares, seal, mayChange } } = dossier;
  const [act, setAct] = useState<VisibilityAct>();
  const end = useWrite(recordsApi.endShare.call, () => onDone('已停止共享。'));
  if (!mayChange && shares.length === 0 && !seal) return null;
  return (
    <div id="visibility" className="dossier-anchor">
      <Section
        title="可见范围"
        hint={seal ? '保密' : '按岗位权限可见'}
        link={mayChange ? (
          <span className="visibility-acts">
            <Button small onClick={() => setAct('share')}>共享给其他单位</Button>
            <Button small onClick={() => setAct(seal ? 'lift' : 'seal')}>{seal ? '解除保密' : '设为保密'}</Button>
          </span>
        ) : undefined}
      >
        <ChangeRefusal refusal={end.refusal} />
        {seal ? <p className="visibility-seal"><Tag variant="cinnabar">保密</Tag> {seal.reason}，<span className="num">{momentText(seal.at)}</span>起</p> : null}
        {shares.length === 0 ? <p className="dossier-none">没有共享给其他单位。</p> : null}
        <ul className="visibility-shares">
          {shares.map(({ unit, reason, at }) => (
            <li key={unit.id}>
              <span><b>{unit.name}</b> {reason}，<span className="num">{momentText(at)}</span>起</span>
              {mayChange ? <Button small variant="quiet" busy={end.busy} aria-label={`停止共享给${unit.name}`} onClick={() => end.send({ id, unit: unit.id })}>停止共享</Button> : null}
            </li>
          ))}
        </ul>
      </Section>
      {act ? <VisibilityDialog dossier={dossier} act={act} onClose={() => setAct(undefined)} onDone={(told) => { setAct(undefined); onDone(told); }} /> : null}
    </div>
  );
}
