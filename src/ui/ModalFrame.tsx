import { type MouseEvent, type ReactNode, useId } from 'react';
import { useModal } from './use-modal.ts';
import './ModalFrame.css';

export interface ModalFrameProps {
  kind: 'dialog' | 'drawer';
  title: ReactNode;
  /** Beside the title: tags, a clause. */
  marks?: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** The native `<dialog>` behind Dialog and Drawer: Esc and a press beside it close, the rest of the page is inert. */
export function ModalFrame({ kind, title, marks, actions, onClose, children }: ModalFrameProps) {
  const dialog = useModal();
  const id = useId();
  const pressed = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={`modal modal-${kind}`}
      aria-labelledby={id}
      onMouseDown={pressed}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="modal-sheet">
        <header className="modal-head">
          <h2 id={id} tabIndex={-1}>{title}</h2>
          {marks ? <div className="modal-marks">{marks}</div> : null}
          <button type="button" className="modal-close" onClick={onClose}>关闭</button>
        </header>
        <div className="modal-body" tabIndex={0} role="group" aria-labelledby={id}>{children}</div>
        {actions ? <footer className="modal-foot">{actions}</footer> : null}
      </div>
    </dialog>
  );
}
