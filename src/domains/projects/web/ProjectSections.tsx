import { useMay } from '../../../ui/session.ts';
import { FollowUpSection } from './FollowUpSection.tsx';
import { MoneySection } from './MoneySection.tsx';
import { PromiseSection } from './PromiseSection.tsx';
import { QualitySection } from './QualitySection.tsx';

/** What a record's page shows beside the record itself: follow-ups of any, money, promises and quality of a project. @param id of the record */
export function ProjectSections({ id, kind }: { id: string; kind: string }) {
  const mayFollow = useMay('followups:read');
  return (
    <>
      {mayFollow ? <FollowUpSection id={id} /> : null}
      {kind === 'project' ? <MoneySection id={id} /> : null}
      {kind === 'project' ? <PromiseSection id={id} /> : null}
      {kind === 'project' ? <QualitySection id={id} /> : null}
    </>
  );
}
