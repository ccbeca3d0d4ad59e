import type { ReactNode } from 'react';
import './Timeline.css';

export interface TimelineItem {
  key: string;
  /** Printed as it is: 2021-09-23, 9 月 23 日 10:42. */
  day: string;
  /** The act: 申报, 初核, 认定, 退回. */
  title: ReactNode;
  /** Person and unit. */
  by?: ReactNode;
  /** Reason, before and after, evidence. */
  children?: ReactNode;
  tone?: 'teal' | 'pine' | 'ginkgo' | 'cinnabar' | undefined;
  /** Not yet done. */
  coming?: boolean | undefined;
}

/** What happened to a record, in the order given. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((it) => (
        <li key={it.key} className={`timeline-item timeline-${it.coming ? 'coming' : (it.tone ?? 'teal')}`}>
          <span className="timeline-day num">{it.day}</span>
          <div className="timeline-act">
            <p>
              <b>{it.title}</b>
              {it.by ? <span className="timeline-by">{it.by}</span> : null}
            </p>
            {it.children ? <div className="timeline-more">{it.children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
