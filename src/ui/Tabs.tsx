import type { ReactNode } from 'react';
import type { SearchChange } from './address.ts';
import { SearchLink } from './SearchLink.tsx';
import './Tabs.css';

export interface Tab {
  label: ReactNode;
  count?: number | string | undefined;
  current: boolean;
  /** The search parameters that show it; undefined takes one out. */
  search: SearchChange;
}

export interface TabsProps {
  /** What is switched, for screen readers. */
  label: string;
  tabs: readonly Tab[];
}

/** Views of one page as links, so that each has its address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((it, index) => (
          <li key={index}>
            <SearchLink change={it.search} current={it.current} className={it.current ? 'tab tab-current' : 'tab'}>
              {it.label}
              {it.count === undefined ? null : <span className="tab-count num">{it.count}</span>}
            </SearchLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
