import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ImportRefusal } from './ImportRefusal.tsx';
import { importsApi } from './imports-api.ts';
import type { Import } from './shapes.ts';

type Way = 'declare' | 'take-over';

/** The last step: the rows go in as declared, or, for the office that keeps the register, with their verdicts. */
export function ConfirmForm({ data }: { data: Import }) {
  const { id, total, mayConfirm, whyNotConfirm, mayTakeOver, whyNot } = data;
  const [chosen, setChosen] = useState<Way>();
  const [document, setDocument] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(importsApi.confirm.call);
  const way: Way = chosen ?? (mayConfirm || !mayTakeOver ? 'declare' : 'take-over');
  // A register of decisions has no record to declare, but is taken over with the others.
  const rows = way === 'take-over' ? Object.values(data.report.accepted).reduce((sum, it) => sum + it, 0) : total;
  const why = rows === 0 ? '没有可以写入的行，请改好后重新上传。' : way === 'declare' ? (mayConfirm ? undefined : (whyNotConfirm ?? '您不能确认这次导入。')) : mayTakeOver ? undefined : (whyNot ?? undefined);
  const missing = way === 'take-over' && document.trim() === '' ? '请写明期初建账所依据的文件' : undefined;
  const send = () => {
    setAsked(true);
    if (missing) return;
    write.send(way === 'take-over' ? { id, document: document.trim() } : { id });
  };
  return (
    <Section title="确认导入" hint="确认前什么都不会写入">
      <div className="confirm-import">
        <ImportRefusal refusal={write.refusal} title="没有写入" />
        {mayTakeOver ? (
          <RadioGroup
            name="confirm-way"
            label="按什么写入"
            value={way}
            onChange={(value) => setChosen(value === 'take-over' ? 'take-over' : 'declare')}
            choices={[
              { value: 'declare', label: '作为申报导入', hint: '各行只到“申报”，由主管部门初核、认定后才计入指标。' },
              { value: 'take-over', label: '期初建账', hint: '把往年已有的认定连同台账一并接收，这些认定永远标明“期初建账”。' },
            ]}
          />
        ) : (
          <>
            <p className="confirm-lead">作为申报导入：各行只到“申报”，由主管部门初核、认定后才计入指标。</p>
            {whyNot && mayConfirm ? <p className="field-hint">{whyNot}</p> : null}
          </>
        )}
        {way === 'take-over' ? (
          <TextField name="confirm-document" label="依据的文件" hint="文件名称和文号，随每一项认定一同保存。" maxLength={200} value={document} onChange={(event) => setDocument(event.target.value)} error={asked ? missing : undefined} />
        ) : null}
        <FormActions>
          <Button variant="primary" busy={write.busy} why={why} onClick={send}>{way === 'take-over' ? `期初建账 ${rows} 行` : `作为申报导入 ${rows} 行`}</Button>
        </FormActions>
        {data.matchCounts.open > 0 ? <p className="field-hint late">还有 {data.matchCounts.open} 行没有选定对应的记录，不会写入。</p> : null}
        <p className="field-hint">可以先离开，回来再确认。</p>
      </div>
    </Section>
  );
}
