import type { ReactNode } from 'react';
import './FormActions.css';

/** The buttons under a form; the primary one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>;
}
