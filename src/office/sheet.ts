/**
 * What the offices' spreadsheets look like to the rest of the house, whatever file they came in.
 * No style, no formula, no macro gets this far: a cell is what a person sees in it.
 */

/**
 * One cell as the file holds it. Text is not trimmed; a text of no characters is `null`.
 * `number` is decimal text in plain notation: the shortest that names the stored number, without exponent (`'0.1'`).
 * `date` is a day `YYYY-MM-DD`; its time of day is dropped. An error cell is its text (`'#N/A'`).
 * A CSV file holds nothing but text, so its cells are `null` or a string.
 */
export type Cell = null | string | boolean | { number: string } | { date: string };

/** A rectangle of merged cells; rows and columns from 1, bounds included. Only its top left cell is seen. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * One row: `number` is Excel's row number (from 1); in a CSV file the number of the record, blank ones counted.
 * `cells[0]` is column A; blank cells between are `null`, blank cells at the end are left out.
 */
export interface Row {
  number: number;
  cells: Cell[];
}

/** One sheet. Rows in which nobody would see anything (no cell, or only white space) are left out. */
export interface Sheet {
  name: string;
  rows: Row[];
  merges: Merge[];
}
