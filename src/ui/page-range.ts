export interface PageRange {
  from: number;
  to: number;
  pages: number;
}

/** Which of `total` rows stand on a page (from 1), and how many pages there are; none gives 0 to 0. */
export function pageRange(page: number, size: number, total: number): PageRange {
  const pages = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  return { from, to: Math.min(total, page * size), pages };
}
