/**
 * How much of a file from outside we are willing to look at. Every reader counts while it reads:
 * what a file says about its own size is only a first reason to refuse it.
 */

const MIB = 1024 * 1024;

/** Bytes of an uploaded file. */
export const MAX_FILE_BYTES = 20 * MIB;

/** Entries of a zip package. */
export const MAX_ENTRIES = 2_000;
/** Bytes of all entries together, inflated. */
export const MAX_PACKAGE_BYTES = 160 * MIB;
/** Inflated bytes per stored byte; entries below `RATIO_FROM_BYTES` inflated cannot hurt and may be as regular as they like. */
export const MAX_RATIO = 200;
export const RATIO_FROM_BYTES = 64 * 1024;

/** Rows of a file in which something is written, all sheets together: 100,000 of data, and room for titles and headers. */
export const MAX_ROWS = 100_100;
/** Cells of a file, the blank ones that it names or skips included: 100,100 rows of 22 columns fit, and of 28 with blank ones. */
export const MAX_CELLS = 2.75 * MIB;
/** Row elements of a file, blank or not: two full sheets. */
export const MAX_ROW_TAGS = 2 * MIB;
/** Elements of a worksheet or of the shared texts (three a cell fit), of any other XML part, and how deep they stand in each other. */
export const MAX_ELEMENTS = 9 * MIB;
export const MAX_SIDE_ELEMENTS = MIB;
export const MAX_DEPTH = 64;
/** Characters of one text or tag as XML writes it: up to ten for one of a cell (`&#x10FFFF;`). */
export const MAX_PENDING_XML = MIB / 2;
/** Characters of one cell (Excel's own limit). */
export const MAX_CELL_CHARS = 32_767;
/** Characters of one row. */
export const MAX_ROW_CHARS = MIB;
/** Characters of all cells together; a shared text counts wherever it is used. */
export const MAX_TOTAL_CHARS = 32 * MIB;
/** Entries of the table of shared texts: one for each cell. */
export const MAX_SHARED_TEXTS = 2.75 * MIB;
export const MAX_MERGES = 20_000;
export const MAX_SHEETS = 256;
export const MAX_RELATIONSHIPS = 4_000;
/** More cell styles and number formats than Excel itself can keep. */
export const MAX_STYLES = 65_536;
/** Characters of a name or target inside of the package. */
export const MAX_NAME_CHARS = 1_000;

/** Inflated bytes of a package from which a quick look goes before the reader, which is through with less in half a second. */
export const QUICK_LOOK_FROM_BYTES = 8 * MIB;

/** The grid of Excel itself. */
export const EXCEL_ROWS = 1_048_576;
export const EXCEL_COLUMNS = 16_384;

/** Time that one file may take once its worker runs. Grows with the bytes to look at, so a small file cannot stay long. */
export function readMilliseconds(bytes: number): number {
  return 20_000 + Math.ceil((bytes / MIB) * 1_000);
}
