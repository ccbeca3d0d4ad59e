import type { ReactNode } from 'react';
import './Notice.css';

export interface NoticeProps {
  /** `error` interrupts a screen reader, the others wait. */
  tone?: 'info' | 'warn' | 'error' | 'done';
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <div className="notice-text">
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
      </div>
      {action ? <div className="notice-action">{action}</div> : null}
    </div>
  );
}
