import type { ComponentProps, MouseEvent } from 'react';
import { type Going, go, preload } from './address.ts';

export interface AddressLinkProps extends Omit<ComponentProps<'a'>, 'href'>, Going {
  /** An address inside the platform: `/registers/project?year=2021`. */
  href: string;
}

/** A link to an address inside the platform, without loading the whole anew. Pages are linked to by `Link`. */
export function AddressLink({ href, replace, kept, stay, onClick, ...rest }: AddressLinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    // Another tab or window is the browser's to open.
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href, { replace, kept, stay });
  };
  const soon = () => preload(href);
  return <a {...rest} href={href} onClick={follow} onPointerEnter={soon} onFocus={soon} onTouchStart={soon} />;
}
