import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Light } from '../../../ui/Light.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { recordsApi } from './desk-api.ts';
import type { Dossier } from './shapes.ts';
import { SiteCheckDialog } from './SiteCheckDialog.tsx';

/** Checks on the spot: written down by one, confirmed by another who was there. */
export function SiteChecks({ dossier, milestone }: { dossier: Dossier; milestone: string }) {
  const [open, setOpen] = useState(false);
  const write = useWrite(recordsApi.confirmSiteCheck);
  const { siteChecks, mayCheck } = dossier;
  if (siteChecks.length === 0 && !mayCheck) return null;
  return (
    <Section title="现场核查" hint="两人同去，一人记、一人确认" link={mayCheck ? <Button small onClick={() => setOpen(true)}>记一次核查</Button> : undefined}>
      {write.refusal ? <Notice tone="error">{write.refusal.message}</Notice> : null}
      {siteChecks.length === 0 ? <p className="desk-none">还没有现场核查。</p> : null}
      <ul className="desk-gate">
        {siteChecks.map((it) => (
          <li key={it.id}>
            <Light state={it.confirmed === null ? 'slow' : it.good ? 'good' : 'late'}>{it.confirmed === null ? '待确认' : it.good ? '一致' : '不一致'}</Light>
            <span>
              <span className="num">{it.day}</span>・{it.milestoneLabel}・{it.findings}
              <span className="desk-rule">
                {[it.by.unit, it.by.name].filter(Boolean).join('・')}记{it.confirmed ? `，${[it.confirmed.unit, it.confirmed.name].filter(Boolean).join('・')}确认` : '，请同去的另一位同志用自己的账号确认'}
              </span>
              {it.mayConfirm ? <Button small busy={write.busy} onClick={() => write.send({ id: it.id })}>确认同去并属实</Button> : null}
            </span>
          </li>
        ))}
      </ul>
      {open ? <SiteCheckDialog dossier={dossier} milestone={milestone} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}
