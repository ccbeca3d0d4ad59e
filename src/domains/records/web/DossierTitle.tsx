import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Link } from '../../../ui/Link.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { ProgressTag } from './ProgressTag.tsx';
import type { Dossier } from './shapes.ts';
import { StateTag } from './StateTag.tsx';

/** Name, state, number and unit of a record. */
export function DossierTitle({ dossier: { id, kind, kindLabel, number, name, state, stateLabel, unit, origin, fields, progress } }: { dossier: Dossier }) {
  const mayFollowUp = useMay('followups:write') && state !== 'withdrawn';
  return (
    <PageTitle
      title={name}
      actions={mayFollowUp ? <LinkButton to="/dossiers/$id/follow-up" params={{ id }}>写跟进</LinkButton> : undefined}
      documentTitle={fields.some((it) => it.type === 'person' && it.value === name) ? `${kindLabel} ${number}` : undefined}
      above={<Breadcrumb items={[<Link key="register" to="/registers/$kind" params={{ kind }}>{kindLabel}台账</Link>, number]} />}
      marks={<><StateTag state={state} label={stateLabel} />{progress ? <ProgressTag progress={progress} /> : null}</>}
      summary={
        <>
          {name === number ? null : <><span className="num">{number}</span>・</>}
          {unit.name}申报
          {origin === null ? null : `・来自${origin}`}
        </>
      }
    />
  );
}
