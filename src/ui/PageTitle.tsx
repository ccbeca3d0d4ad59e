import { type ReactNode, useEffect } from 'react';
import './PageTitle.css';

export interface PageTitleProps {
  /** The page's one `h1`, and the document's title. */
  title: string;
  /** The document's title where that is another one: a browser keeps it in its history, so no name of a person. */
  documentTitle?: string | undefined;
  /** One sentence of what stands on the page, with its figures (`<b className="num">`). */
  summary?: ReactNode;
  /** At most two or three buttons. */
  actions?: ReactNode;
  /** A breadcrumb above the title. */
  above?: ReactNode;
  /** Tags beside the title. */
  marks?: ReactNode;
}

export function PageTitle({ title, documentTitle = title, summary, actions, above, marks }: PageTitleProps) {
  useEffect(() => {
    document.title = `${documentTitle} — 双招双引`;
  }, [documentTitle]);
  return (
    <header className="page-title">
      {above}
      <div className="page-title-line">
        <h1 tabIndex={-1}>{title}</h1>
        {marks ? <div className="page-title-marks">{marks}</div> : null}
        {summary ? <p className="page-title-summary">{summary}</p> : null}
        {actions ? <div className="page-title-actions">{actions}</div> : null}
      </div>
    </header>
  );
}
