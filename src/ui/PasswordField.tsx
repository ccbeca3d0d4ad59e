import { type ComponentProps, useState } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import './PasswordField.css';

export interface PasswordFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'name' | 'id' | 'className' | 'type'> {
  /** `current-password` to log in, `new-password` to set one. */
  autoComplete: 'current-password' | 'new-password';
}

export function PasswordField({ name, label, hint, error, optional, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <span className="password-field">
          <input spellCheck={false} autoCapitalize="off" {...rest} {...control} type={shown ? 'text' : 'password'} className="control" />
          <button type="button" aria-controls={control.id} aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? '隐藏' : '显示'}
            <span className="visually-hidden">{label}</span>
          </button>
        </span>
      )}
    </Field>
  );
}
