import type { ReactNode } from 'react';
import './EmptyState.css';

export interface EmptyStateProps {
  /** What is not there: 还没有项目. */
  title: string;
  /** Why, and what brings something here. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <svg className="empty-state-mark" viewBox="0 0 48 32" aria-hidden="true">
        <path d="M24 30V20M24 20C16 19 7 15 3 8M24 20c8-1 17-5 21-12M24 20C19 15 15 9 14 3M24 20c5-5 9-11 10-17" />
      </svg>
      <p className="empty-state-title">{title}</p>
      {children ? <div className="empty-state-text">{children}</div> : null}
      {action ? <div className="empty-state-action">{action}</div> : null}
    </div>
  );
}
