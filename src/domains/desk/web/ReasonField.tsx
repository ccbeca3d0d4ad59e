import { Button } from '../../../ui/Button.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';

interface ReasonFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  /** Sentences that are often written. */
  templates: readonly string[];
}

/** Why it is returned or left uncounted: a usual sentence with one press, or the person's own. */
export function ReasonField({ label, value, onChange, error, templates }: ReasonFieldProps) {
  return (
    <>
      {templates.length > 0 ? (
        <div className="desk-templates" role="group" aria-label="常用理由">
          {templates.map((it) => <Button key={it} small variant="quiet" onClick={() => onChange(value === '' || templates.includes(value) ? it : `${value}；${it}`)}>{it}</Button>)}
        </div>
      ) : null}
      <TextAreaField name="reason" label={label} rows={2} value={value} error={error} onChange={(event) => onChange(event.target.value)} hint="会永久留存，请不要写个人的姓名、电话。" />
    </>
  );
}
