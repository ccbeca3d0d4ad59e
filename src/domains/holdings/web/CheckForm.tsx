import { type SyntheticEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type AskedField, askedFields, askedLabels } from '../terms.ts';
import './CheckForm.css';
import { CheckOutcome } from './CheckOutcome.tsx';
import { holdingsApi } from './holdings-api.ts';

const hints: Readonly<Partial<Record<AskedField, string>>> = { name: '最好写全称，只写字号可能对不上；人才填姓名', controller: '要同时写建设内容', content: '只用来辨认同一实际控制人的项目' };
const blank: Readonly<Record<AskedField, string>> = { name: '', code: '', phone: '', controller: '', content: '' };

/** The ten-second check: whatever is known of the investor, one answer, a receipt. */
export function CheckForm({ office, onTold }: { office: string; onTold: (text: string) => void }) {
  const [typed, setTyped] = useState(blank);
  const check = useWrite(holdingsApi.check.call);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    check.send(Object.fromEntries(Object.entries(typed).filter(([, it]) => it.trim() !== '')));
  };
  const change = (field: AskedField, text: string) => {
    setTyped({ ...typed, [field]: text });
    check.reset();
  };
  return (
    <Section title="有没有单位在谈" hint="知道哪项填哪项；只回答有没有，不显示是谁">
      <form className="check-form" onSubmit={send}>
        {check.refusal ? <ErrorSummary errors={[{ name: 'name', message: check.refusal.message }]} /> : null}
        <div className="check-fields">
          {askedFields.map((it) => (
            <TextField key={it} name={it} label={askedLabels[it]} hint={hints[it]} value={typed[it]} maxLength={200} inputMode={it === 'phone' ? 'tel' : undefined} onChange={(event) => change(it, event.target.value)} />
          ))}
        </div>
        <FormActions>
          <Button variant="primary" type="submit" busy={check.busy}>核对</Button>
          <Button
            onClick={() => {
              setTyped(blank);
              check.reset();
            }}
          >
            清空
          </Button>
        </FormActions>
      </form>
      {check.output ? <CheckOutcome answer={check.output} office={office} onTold={onTold} /> : null}
    </Section>
  );
}
