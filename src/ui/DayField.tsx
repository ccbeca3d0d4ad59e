import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface DayFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'name' | 'id' | 'className' | 'type' | 'value' | 'min' | 'max'> {
  /** `YYYY-MM-DD`, as it leaves in the form. */
  value?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
}

/** A day, by the browser's own calendar. */
export function DayField({ name, label, hint, error, optional, ...rest }: DayFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input {...rest} {...control} type="date" className="control control-short" />}
    </Field>
  );
}
