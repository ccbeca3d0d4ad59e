import { useState } from 'react';
import { Notice } from '../../../ui/Notice.tsx';
import { ProjectSections } from '../../projects/web/ProjectSections.tsx';
import { ActionPanel } from './ActionPanel.tsx';
import { AwardSection } from './AwardSection.tsx';
import { CountedSection } from './CountedSection.tsx';
import { CourseSection } from './CourseSection.tsx';
import { CreditSection } from './CreditSection.tsx';
import { DossierContents } from './DossierContents.tsx';
import { DossierTitle } from './DossierTitle.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';
import { FieldSection } from './FieldSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { LookSection } from './LookSection.tsx';
import { MilestoneSection } from './MilestoneSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { ReferenceSection } from './ReferenceSection.tsx';
import { RuleSection } from './RuleSection.tsx';
import type { Dossier } from './shapes.ts';
import { VisibilitySection } from './VisibilitySection.tsx';
import './Dossier.css';

/** A record in the open: what it is at the left, what may be done about it at the right. */
export function DossierView({ dossier, onReload }: { dossier: Dossier; onReload: () => void }) {
  const [told, setTold] = useState<string>();
  return (
    <>
      <DossierTitle dossier={dossier} />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <div className="dossier">
        <aside className="dossier-aside" aria-label="办理">
          <ActionPanel dossier={dossier} onDone={setTold} onReload={onReload} />
          <DossierContents dossier={dossier} />
        </aside>
        <div className="dossier-main">
          <CourseSection dossier={dossier} onDone={setTold} onReload={onReload} />
          <FieldSection dossier={dossier} />
          <PersonSection id={dossier.id} onDone={setTold} />
          <ProjectSections id={dossier.id} kind={dossier.kind} />
          {dossier.course ? null : <MilestoneSection dossier={dossier} />}
          <CountedSection dossier={dossier} />
          <RuleSection rules={dossier.rules} />
          <CreditSection dossier={dossier} />
          <ReferenceSection dossier={dossier} />
          <EvidenceSection dossier={dossier} onDone={setTold} />
          <VisibilitySection dossier={dossier} onDone={setTold} />
          <AwardSection awards={dossier.awards} />
          <HistorySection dossier={dossier} />
          <LookSection dossier={dossier} />
        </div>
      </div>
    </>
  );
}
