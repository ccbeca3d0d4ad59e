import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface Choice {
  value: string;
  label: string;
  /** Below the label of a radio button; not shown in a select. */
  hint?: string | undefined;
}

export interface SelectFieldProps extends FieldProps, Omit<ComponentProps<'select'>, 'name' | 'id' | 'className' | 'children'> {
  choices: readonly Choice[];
  /** The empty choice: 请选择园区. Left out, the first choice stands. */
  placeholder?: string | undefined;
}

export function SelectField({ name, label, hint, error, optional, choices, placeholder, ...rest }: SelectFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <select {...rest} {...control} className="control">
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {choices.map((it) => (
            <option key={it.value} value={it.value}>{it.label}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
