import { momentText } from '../../../ui/moment-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Section } from '../../../ui/Section.tsx';
import { AwardChanges } from './AwardChanges.tsx';
import { MeasureChanges } from './MeasureChanges.tsx';
import { PreviewSummary } from './PreviewSummary.tsx';
import type { Detail } from './shapes.ts';
import { TargetChanges } from './TargetChanges.tsx';
import './PreviewSection.css';

/** What the decision would change (or was to change): figures, targets and awards before and after, and how far working it out is. */
export function PreviewSection({ detail: { decision, working, preview } }: { detail: Detail }) {
  const proposed = decision.state === 'proposed';
  if (!proposed && !preview) return null;
  const underWay = proposed && (working.state === 'waiting' || working.state === 'running');
  return (
    <>
      <Section title={proposed ? '批准后会改动什么' : '当时的试算'} hint={preview && !underWay ? <>试算于 <span className="num">{momentText(preview.at)}</span>，只算不改</> : '只算不改'}>
        {underWay ? (
          <Notice title="正在试算">
            按现行口径和这项提议各算一遍，已看 <b className="num">{working.done}</b>{working.total > 0 ? <> / <b className="num">{working.total}</b></> : null} 件。可以离开本页，算完再来看。
            <Progress label="试算" share={working.total > 0 ? working.done / working.total : 0} tone="teal" />
          </Notice>
        ) : null}
        {proposed && working.state === 'failed' ? <Notice tone="error" title="没有算成">{working.error}</Notice> : null}
        {preview && !underWay && (working.state === 'done' || !proposed) ? (
          <>
            {proposed && preview.rulesSince ? <Notice tone="warn" title="试算已经过时">试算以后又批准了别的口径，或者机制有更正。请重新试算后再批准。</Notice> : null}
            {proposed && !preview.rulesSince && preview.recordsSince > 0 ? <Notice tone="warn">试算以后又有 <b className="num">{preview.recordsSince}</b> 条登记、认定，下面的数没有算进去。可以重新试算。</Notice> : null}
            <p className="preview-summary"><PreviewSummary preview={preview} /></p>
            {preview.measures.some((it) => it.figures.some((one) => one.frozen !== null)) ? <Notice>标着“已封”的时段，已经封存的数不改；下面列的是台账里的数，前后的差额批准后列为封账后调整。</Notice> : null}
          </>
        ) : null}
      </Section>
      {preview && !underWay && (working.state === 'done' || !proposed) ? (
        <>
          <TargetChanges targets={preview.targets} />
          {preview.measures.map((it) => <MeasureChanges key={it.id} measure={it} />)}
          {preview.awards.map((it) => <AwardChanges key={it.id} award={it} />)}
        </>
      ) : null}
    </>
  );
}
