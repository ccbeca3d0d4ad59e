import { type RefObject, useEffect, useRef } from 'react';

let open = 0;

/** Opens a `<dialog>` over the page while it is mounted, keeps the page from scrolling, and gives the focus back. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    const page = document.documentElement;
    if (open === 0) page.style.setProperty('--scrollbar', `${window.innerWidth - page.clientWidth}px`);
    open += 1;
    page.classList.add('has-modal');
    return () => {
      open -= 1;
      if (open === 0) page.classList.remove('has-modal');
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}
