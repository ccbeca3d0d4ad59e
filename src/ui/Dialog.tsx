import type { ReactNode } from 'react';
import { ModalFrame } from './ModalFrame.tsx';

export interface DialogProps {
  open: boolean;
  title: ReactNode;
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** One question or one act, over the page. */
export function Dialog({ open, ...frame }: DialogProps) {
  return open ? <ModalFrame kind="dialog" {...frame} /> : null;
}
