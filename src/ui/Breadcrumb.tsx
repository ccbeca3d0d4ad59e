import type { ReactNode } from 'react';
import './Breadcrumb.css';

/** Where the page lies: links from the outermost inwards, then the page's own name as text. */
export function Breadcrumb({ items }: { items: readonly ReactNode[] }) {
  return (
    <nav className="breadcrumb" aria-label="位置">
      <ol>
        {items.map((it, index) => (
          <li key={index} aria-current={index === items.length - 1 ? 'page' : undefined}>{it}</li>
        ))}
      </ol>
    </nav>
  );
}
