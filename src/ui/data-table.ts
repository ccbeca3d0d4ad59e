import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  /** `index` counts from 0 on this page. */
  cell: (row: Row, index: number) => ReactNode;
  /** `end` for figures; they are set in tabular figures. */
  align?: 'start' | 'end' | undefined;
  /** Any CSS width: `6rem`, `30%`. */
  width?: string | undefined;
  sortable?: boolean | undefined;
  /**
   * On a phone: `title` is the first line, `aside` stands at its right, `meta` follows below with its heading,
   * `hidden` is left out. Unless told, the first column that is a row header is the title and the rest is meta.
   */
  phone?: 'title' | 'aside' | 'meta' | 'hidden' | undefined;
  /** Names the row for screen readers; one column should. */
  rowHeader?: boolean | undefined;
}

export interface Sort {
  key: string;
  descending: boolean;
}

export type RowTone = 'ginkgo' | 'cinnabar';

/** Left undefined by the caller: a row header is the title of a stacked row, everything else is meta. */
export function phonePlace<Row>(column: Column<Row>): string {
  return column.phone ?? (column.rowHeader ? 'title' : 'meta');
}

/** The sort that a press on a heading asks for: ascending, then descending, then none. */
export function nextSort(sort: Sort | undefined, key: string): Sort | undefined {
  if (sort?.key !== key) return { key, descending: false };
  return sort.descending ? undefined : { key, descending: true };
}
