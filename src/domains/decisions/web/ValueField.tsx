import { CheckboxField } from '../../../ui/CheckboxField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { OpenedQuestion } from './shapes.ts';
import './ValueField.css';

export interface ValueFieldProps {
  form: OpenedQuestion['form'];
  label: string;
  value: string | string[];
  error: string | undefined;
  onChange: (value: string | string[]) => void;
}

const hints = { money: (unit: string) => `按${unit}填数字，如 1,200；也可以连单位一起写，如 1.2亿。`, rate: () => '填 30 即 30%；千分比请带单位，如 5‰。', number: () => '只填数字。' };

/** A value, typed as its kind asks: amounts in 万元, shares in %, words ticked from their list. */
export function ValueField({ form: { type, unit, choices }, label, value, error, onChange }: ValueFieldProps) {
  const text = typeof value === 'string' ? value : value.join('、');
  const common = { name: 'value', label, error };
  if (type === 'yes-no') return <RadioGroup {...common} value={text} onChange={onChange} choices={[{ value: '是', label: '是' }, { value: '否', label: '否' }]} />;
  if (choices && type === 'list') return <TickedWords {...common} words={choices.map((it) => it.name)} ticked={typeof value === 'string' ? [] : value} onChange={onChange} />;
  if (choices) return <SelectField {...common} placeholder="请选择" value={text} onChange={(event) => onChange(event.target.value)} choices={choices.map((it) => ({ value: it.id, label: it.name }))} />;
  if (type === 'list') return <TextField {...common} hint="几项之间用顿号隔开。" value={text} onChange={(event) => onChange(event.target.value)} />;
  if (type === 'text') return <TextAreaField {...common} rows={3} maxLength={500} hint="用一句话写清楚。" value={text} onChange={(event) => onChange(event.target.value)} />;
  return <TextField {...common} hint={hints[type === 'unit' ? 'number' : type](unit ?? '')} unit={unit ?? undefined} short={unit === null} value={text} onChange={(event) => onChange(event.target.value)} />;
}

interface TickedWordsProps {
  label: string;
  error: string | undefined;
  words: readonly string[];
  ticked: readonly string[];
  onChange: (ticked: string[]) => void;
}

function TickedWords({ label, error, words, ticked, onChange }: TickedWordsProps) {
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={error ? 'value-error' : undefined}>
      <legend className="field-label">{label}</legend>
      <div className="value-words">
        {words.map((it, index) => (
          <CheckboxField key={it} name={index === 0 ? 'value' : `value-${index}`} label={it} checked={ticked.includes(it)} onChange={(event) => onChange(event.target.checked ? [...ticked, it] : ticked.filter((one) => one !== it))} />
        ))}
      </div>
      {error ? <p id="value-error" className="field-error">{error}</p> : null}
      <p className="field-hint">选中的都计入。</p>
    </fieldset>
  );
}
