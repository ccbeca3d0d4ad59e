import type { ReactNode } from 'react';
import { Brand } from './Brand.tsx';
import { BrandMark } from './BrandMark.tsx';
import './Gate.css';

/** The frame before the shell: logging in, setting a password, and when the server cannot be reached. */
export function Gate({ children }: { children: ReactNode }) {
  return (
    <div className="gate">
      <BrandMark className="gate-leaf" large />
      <div className="gate-sheet">
        <Brand below="招才引智与招商引资联动平台" />
        <main className="gate-main">{children}</main>
      </div>
    </div>
  );
}
