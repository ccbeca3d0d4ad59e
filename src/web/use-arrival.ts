import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** After a change of page the focus goes to its heading, so that a screen reader says where one is. */
export function useArrival(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged || document.querySelector('dialog[open]')) return;
        const place = main.current?.querySelector('h1') ?? main.current;
        place?.focus({ preventScroll: true });
      }),
    [router],
  );
  return main;
}
