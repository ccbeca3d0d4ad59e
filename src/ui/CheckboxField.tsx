import type { ComponentProps } from 'react';
import type { FieldProps } from './Field.tsx';
import { fieldId } from './field-id.ts';
import './Field.css';
import './RadioGroup.css';

export interface CheckboxFieldProps
  extends Omit<FieldProps, 'optional'>,
    Omit<ComponentProps<'input'>, 'name' | 'id' | 'className' | 'type'> {}

/** One statement to tick; the label is the statement. */
export function CheckboxField({ name, label, hint, error, ...rest }: CheckboxFieldProps) {
  const id = fieldId(name);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="checkbox">
        <input {...rest} type="checkbox" id={id} name={name} aria-describedby={described || undefined} aria-invalid={error ? true : undefined} />
        <span>{label}</span>
      </label>
      {error ? <p id={`${id}-error`} className="field-error">{error}</p> : null}
      {hint ? <p id={`${id}-hint`} className="field-hint">{hint}</p> : null}
    </div>
  );
}
