import { pageRange } from './page-range.ts';
import { SearchLink } from './SearchLink.tsx';
import './Pager.css';

export interface PagerProps {
  /** From 1. */
  page: number;
  size: number;
  total: number;
  /** The search parameter that holds the page; `page` unless told. */
  param?: string;
  /** The measure word: 个, 人, 场. */
  unit?: string;
}

/** Which rows are shown, and links to the pages beside. */
export function Pager({ page, size, total, param = 'page', unit = '个' }: PagerProps) {
  const { from, to, pages } = pageRange(page, size, total);
  const target = (other: number) => ({ [param]: other === 1 ? undefined : other });
  return (
    <nav className="pager" aria-label="翻页">
      <p role="status">
        第 <b className="num">{from}–{to}</b> {unit}，共 <b className="num">{total}</b> {unit}
      </p>
      {pages > 1 ? (
        <p className="pager-links">
          {page > 1 ? <SearchLink change={target(page - 1)}>上一页</SearchLink> : null}
          <span className="num">
            {page} / {pages}
          </span>
          {page < pages ? <SearchLink change={target(page + 1)}>下一页</SearchLink> : null}
        </p>
      ) : null}
    </nav>
  );
}
