import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface TextAreaFieldProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'className'> {}

export function TextAreaField({ name, label, hint, error, optional, ...rest }: TextAreaFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <textarea rows={4} {...rest} {...control} className="control" />}
    </Field>
  );
}
