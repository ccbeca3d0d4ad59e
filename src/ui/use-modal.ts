import { type RefObject, useEffect, useRef } from 'react';

let open = 0;

/** Opens a `<dialog>` over the page while it is mounted, keeps the page from scrolling, and gives the focus back. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    open += 1;
    document.documentElement.classList.add('has-modal');
    return () => {
      open -= 1;
      if (open === 0) document.documentElement.classList.remove('has-modal');
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}
