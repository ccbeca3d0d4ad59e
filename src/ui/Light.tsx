import type { ReactNode } from 'react';
import './Light.css';

export interface LightProps {
  /** Each state has its own form as well as its colour: disc, half disc, lozenge, ring. */
  state: 'good' | 'slow' | 'late' | 'idle';
  /** The words; a light never stands alone. */
  children: ReactNode;
}

export function Light({ state, children }: LightProps) {
  return (
    <span className={`light light-${state}`}>
      <span className="light-dot" aria-hidden="true" />
      {children}
    </span>
  );
}
