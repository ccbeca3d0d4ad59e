import type { ReactNode } from 'react';
import './FilterBar.css';

export interface FilterBarProps {
  /** FilterSelect, FilterText. */
  children: ReactNode;
  /** At the right: how it is sorted, a button. */
  aside?: ReactNode;
}

export function FilterBar({ children, aside }: FilterBarProps) {
  return (
    <div className="filter-bar" role="search" aria-label="筛选">
      {children}
      {aside ? <div className="filter-bar-aside">{aside}</div> : null}
    </div>
  );
}
