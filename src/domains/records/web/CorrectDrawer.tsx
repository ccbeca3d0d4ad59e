import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ChangeRefusal } from './ChangeRefusal.tsx';
import { correctionOf, isJudged, type Typed } from './correction.ts';
import { CorrectField } from './CorrectField.tsx';
import { recordsApi } from './records-api.ts';
import type { Dossier } from './shapes.ts';

export interface CorrectDrawerProps {
  dossier: Dossier;
  onClose: () => void;
  onDone: (told: string) => void;
  onReload: () => void;
}

/** Mends fields and days. Only what was touched is sent, so that somebody else's change of another field stays. */
export function CorrectDrawer({ dossier, onClose, onDone, onReload }: CorrectDrawerProps) {
  const [fields, setFields] = useState<Typed>({});
  const [days, setDays] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(recordsApi.correct.call, () => onDone('已更正，前后对照记在“经过”里。'));
  const correction = correctionOf(dossier, fields, days);
  const nothing = correction.changed === 0;
  const send = () => {
    setAsked(true);
    if (nothing || reason.trim() === '') return;
    write.send({ id: dossier.id, version: dossier.version, fields: correction.fields, milestones: correction.milestones, reason: reason.trim() });
  };
  return (
    <Drawer
      open
      title={`更正：${dossier.name}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>提交更正</Button>
          <Button onClick={onClose}>取消</Button>
          <span className="quiet" role="status">{nothing ? (asked ? '还没有改动任何一项' : '') : `改动 ${correction.changed} 项`}</span>
        </>
      }
    >
      <ChangeRefusal refusal={write.refusal} onReload={onReload} />
      {isJudged(dossier) ? (
        <Notice tone="warn" title="更正后须重新认定">这条记录已经过核定。更正会使认定重新打开，指标随之变动；已经封账的数不改，差额另列为调整。</Notice>
      ) : (
        <Notice>更正的前后对照会记在“经过”里，只增不删。</Notice>
      )}
      {dossier.fields.map((it) => (
        <CorrectField key={it.id} field={it} typed={fields[it.id]} onType={(text) => setFields({ ...fields, [it.id]: text })} />
      ))}
      {dossier.milestones.length > 0 ? (
        <Section title="日期" level={3} hint="清空即撤销这个日期">
          <div className="correct-days">
            {dossier.milestones.map((it) => (
              <DayField key={it.id} name={`day-${it.id}`} label={it.label} optional value={days[it.id] ?? it.day ?? ''} onChange={(event) => setDays({ ...days, [it.id]: event.target.value })} />
            ))}
          </div>
        </Section>
      ) : null}
      <TextAreaField name="correct-reason" label="更正原因" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={asked && reason.trim() === '' ? '请写明更正原因' : undefined} />
    </Drawer>
  );
}
