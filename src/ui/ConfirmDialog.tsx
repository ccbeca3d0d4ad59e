import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Notice } from './Notice.tsx';
import type { Write } from './use-write.ts';

export interface ConfirmDialogProps {
  title: string;
  /** What the button says: 停用. */
  act: string;
  /** `danger` for what cannot be taken back, which is the usual. */
  variant?: 'danger' | 'primary';
  /** What stands above the server's no: 没有停用. */
  refused?: string;
  write: Pick<Write<never, unknown>, 'busy' | 'refusal'>;
  onConfirm: () => void;
  onClose: () => void;
  /** What comes of it, and what is to be filled in first. */
  children: ReactNode;
}

/** Asks once before an act; the server's no stands above what was asked. */
export function ConfirmDialog({ title, act, variant = 'danger', refused = '没有办成', write: { busy, refusal }, onConfirm, onClose, children }: ConfirmDialogProps) {
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant={variant} busy={busy} onClick={onConfirm}>{act}</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {refusal ? <Notice tone="error" title={refused}>{refusal.message}</Notice> : null}
      {children}
    </Dialog>
  );
}
