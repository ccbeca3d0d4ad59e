import type { ReactNode } from 'react';
import { fieldId } from './field-id.ts';
import './Field.css';

/** What every field takes beside the attributes of its control. */
export interface FieldProps {
  /** Unique on the page; also the key of its error. */
  name: string;
  label: string;
  /** What to fill in and how; stands below the label. */
  hint?: string | undefined;
  error?: string | undefined;
  /** Prints （选填） behind the label and asks nothing of the browser. */
  optional?: boolean | undefined;
}

interface FieldFrameProps extends FieldProps {
  children: (control: { id: string; name: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }) => ReactNode;
}

/** Label, control, hint and error, tied together for screen readers; the frame of the single fields. */
export function Field({ name, label, hint, error, optional, children }: FieldFrameProps) {
  const id = fieldId(name);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional ? <span className="field-optional">（选填）</span> : null}
      </label>
      {children({ id, name, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error ? <p id={`${id}-error`} className="field-error">{error}</p> : null}
      {hint ? <p id={`${id}-hint`} className="field-hint">{hint}</p> : null}
    </div>
  );
}
