import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Address } from '../ui/address.ts';

/**
 * Scrolls a page that was gone to, and gives the focus to its heading, so that a screen reader says where one is.
 * @param ready whether the page stands
 */
export function useArrival(address: Address, ready: boolean): void {
  const before = useRef(address.path);
  useLayoutEffect(() => {
    const { scroll } = address;
    if (!ready || scroll === undefined) return undefined;
    if (typeof scroll === 'string') return whenThere(scroll, (part) => part.scrollIntoView());
    window.scrollTo(0, scroll);
    return undefined;
  }, [address, ready]);
  useEffect(() => {
    if (!ready || before.current === address.path) return;
    before.current = address.path;
    if (document.querySelector('dialog[open]')) return;
    const main = document.querySelector<HTMLElement>('main');
    const place = main?.querySelector<HTMLElement>('h1') ?? main;
    place?.focus({ preventScroll: true });
  }, [address, ready]);
}

/** Waits for a part of the page, which may stand on what is still being read. @returns what ends the waiting */
function whenThere(id: string, act: (part: HTMLElement) => void): () => void {
  const look = () => {
    const part = document.getElementById(id);
    if (!part) return;
    observer.disconnect();
    act(part);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}
