import { Button } from '../../../ui/Button.tsx';
import { ProgressTag } from './ProgressTag.tsx';
import type { Dossier } from './shapes.ts';

/** How the matter goes on beside its milestones, and saying it anew. */
export function ProgressLine({ progress, onSay }: { progress: Dossier['progress']; onSay: (() => void) | undefined }) {
  if (!progress && !onSay) return null;
  return (
    <p className="progress-line">
      <span>进展</span>
      {progress ? <><ProgressTag progress={progress} /> {progress.cause ? <span>{progress.cause}</span> : null} <span className="quiet num">{progress.day}</span></> : <span className="quiet">未标注</span>}
      {onSay ? <Button small variant="quiet" onClick={onSay}>标注进展</Button> : null}
    </p>
  );
}
