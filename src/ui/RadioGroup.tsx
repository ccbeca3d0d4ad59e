import type { FieldProps } from './Field.tsx';
import { fieldId } from './field-id.ts';
import type { Choice } from './SelectField.tsx';
import './Field.css';
import './RadioGroup.css';

export interface RadioGroupProps extends FieldProps {
  choices: readonly Choice[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: (value: string) => void;
}

export function RadioGroup({ name, label, hint, error, optional, choices, value, defaultValue, onChange }: RadioGroupProps) {
  const id = fieldId(name);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={described || undefined}>
      <legend className="field-label">
        {label}
        {optional ? <span className="field-optional">（选填）</span> : null}
      </legend>
      <div className="radio-group">
        {choices.map((it, index) => (
          <label key={it.value} className="radio">
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={it.value}
              checked={value === undefined ? undefined : value === it.value}
              defaultChecked={value === undefined && defaultValue !== undefined ? defaultValue === it.value : undefined}
              onChange={() => onChange?.(it.value)}
            />
            <span>
              {it.label}
              {it.hint ? <span className="radio-hint">{it.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? <p id={`${id}-error`} className="field-error">{error}</p> : null}
      {hint ? <p id={`${id}-hint`} className="field-hint">{hint}</p> : null}
    </fieldset>
  );
}
