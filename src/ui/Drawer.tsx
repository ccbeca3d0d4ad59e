import type { ReactNode } from 'react';
import { ModalFrame } from './ModalFrame.tsx';

export interface DrawerProps {
  open: boolean;
  title: ReactNode;
  marks?: ReactNode;
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A panel at the right for what stands behind a figure or a row; the whole screen on a phone. */
export function Drawer({ open, ...frame }: DrawerProps) {
  return open ? <ModalFrame kind="drawer" {...frame} /> : null;
}
