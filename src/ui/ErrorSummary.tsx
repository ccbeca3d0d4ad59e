import { type MouseEvent, useEffect, useId, useRef } from 'react';
import type { FieldError } from './api-refusal.ts';
import { fieldId } from './field-id.ts';
import './ErrorSummary.css';

export interface ErrorSummaryProps {
  /** In the order of the form, with the very words that stand beside the fields. Empty shows nothing. */
  errors: readonly FieldError[];
  title?: string;
}

/** What must be mended, above the form. It takes the focus whenever the errors change; each line leads to its field. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const goTo = (event: MouseEvent, name: string) => {
    event.preventDefault();
    document.getElementById(fieldId(name))?.focus();
  };
  return (
    <div ref={box} className="error-summary" role="alert" aria-labelledby={id} tabIndex={-1}>
      <h2 id={id}>{title ?? `有 ${errors.length} 处需要修改`}</h2>
      <ul>
        {errors.map((it) => (
          <li key={`${it.name}${it.message}`}>
            {it.name ? <a href={`#${fieldId(it.name)}`} onClick={(event) => goTo(event, it.name)}>{it.message}</a> : it.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
