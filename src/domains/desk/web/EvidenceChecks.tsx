import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Light } from '../../../ui/Light.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { deskQueries, recordsApi } from './desk-api.ts';
import type { Evidence } from './shapes.ts';

/** Where the evidence comes from and how it was verified; noting one's own verification. */
export function EvidenceChecks({ evidence, may }: { evidence: Evidence; may: boolean }) {
  const { data: words } = useQuery({ ...deskQueries.words.queryOptions(), enabled: may });
  const [how, setHow] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(recordsApi.checkEvidence, () => {
    setHow('');
    setAsked(false);
  });
  const send = (good: boolean) => {
    setAsked(true);
    if (how !== '') write.send({ id: evidence.id, how, good });
  };
  return (
    <div className="desk-checks">
      <p>来源：{evidence.origin ?? '上传时未注明'}（{evidence.unit.name}上传）</p>
      {evidence.checks.length === 0 ? <p className="quiet">还没有人核验。</p> : (
        <ul className="desk-gate">
          {evidence.checks.map((it) => (
            <li key={it.at}>
              <Light state={it.good ? 'good' : 'late'}>{it.good ? '属实' : '存疑'}</Light>
              <span>{it.how}・{[it.unit.name, it.who].filter(Boolean).join('・')}・<span className="num">{momentText(it.at)}</span></span>
            </li>
          ))}
        </ul>
      )}
      {write.refusal ? <Notice tone="error">{write.refusal.message}</Notice> : null}
      {may && words ? (
        <div className="desk-check-form">
          <SelectField name="how" label="核验方式" placeholder="请选择" value={how} error={asked && how === '' ? '请选择核验方式' : undefined} onChange={(event) => setHow(event.target.value)} choices={words.evidenceChecks.map((it) => ({ value: it, label: it }))} />
          <Button small busy={write.busy} onClick={() => send(true)}>核验属实</Button>
          <Button small variant="quiet" busy={write.busy} onClick={() => send(false)}>存疑</Button>
        </div>
      ) : null}
    </div>
  );
}
