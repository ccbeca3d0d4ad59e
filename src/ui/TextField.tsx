import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'name' | 'id' | 'className'> {
  /** Stands inside the control at its right: 万元, 人, %. Makes the control short and its digits tabular. */
  unit?: string | undefined;
  /** A short control for codes and numbers. */
  short?: boolean | undefined;
}

export function TextField({ name, label, hint, error, optional, unit, short, ...rest }: TextFieldProps) {
  const figures = unit !== undefined;
  return (
    <Field name={name} label={unit ? `${label}（${unit}）` : label} hint={hint} error={error} optional={optional}>
      {(control) => {
        const input = (
          <input
            autoComplete="off"
            inputMode={figures ? 'decimal' : undefined}
            {...rest}
            {...control}
            className={`control${figures ? ' control-figures' : ''}${short && !figures ? ' control-short' : ''}`}
          />
        );
        return figures ? (
          <span className="control-with-unit control-short">
            {input}
            <span className="control-unit" aria-hidden="true">{unit}</span>
          </span>
        ) : (
          input
        );
      }}
    </Field>
  );
}
