import type { Merge, Row } from '../../src/office/sheet.ts';

/** A register as a file holds it: a sheet, as the product's reader gives it or as `makeRegisters` writes it. */
export interface RegisterSheet {
  readonly name: string;
  /** With Excel's row numbers. Blank rows may be there or not. */
  readonly rows: readonly Row[];
  readonly merges?: readonly Merge[];
}
