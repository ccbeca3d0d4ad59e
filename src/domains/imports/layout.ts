import { Refusal } from '../../kernel/refusal.ts';
import { comparableName } from '../../kernel/text.ts';
import type { ColumnFormat, RegisterFormat } from '../../mechanism/format/registers.ts';
import type { Row, Sheet } from '../../office/sheet.ts';
import { textOf } from '../../office/cell-habits.ts';
import { REASON_HEADING } from './terms.ts';

/** One of the files of an import. Two files may have one name or one content, so it is told by itself. */
export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
}

/** A sheet recognised as one of the city's registers. */
export interface FoundRegister {
  readonly file: SourceFile;
  readonly sheet: Sheet;
  readonly register: RegisterFormat;
  /** Title and header rows, as they came. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  /** Which column of the sheet each column of the register is. */
  readonly places: ReadonlyMap<ColumnFormat, number>;
  /** The column of refusal reasons, where the file is one of refused rows sent again. */
  readonly reasonAt: number | undefined;
}

/** How far down a header is looked for. */
const HEADER_WITHIN = 12;

/**
 * Finds the registers among a file's sheets by sheet name, file name or title; sheets that are none are passed over,
 * and so are those that only sound like one (填表口径说明) and hold none of its columns.
 * @param passOver is told of the latter
 * @throws Refusal 'no-header' or 'missing-column' where a register's sheet lacks what must be filled
 */
export function findRegisters(file: SourceFile, sheets: readonly Sheet[], registers: readonly RegisterFormat[], passOver: (sheet: string) => void): FoundRegister[] {
  return sheets.flatMap((sheet) => {
    const title = sheet.rows.slice(0, 2).flatMap((row) => row.cells.map(textOf)).join(' ');
    const likely = [...new Set([named(registers, sheet.name), named(registers, title)])].filter((it) => it !== undefined);
    if (likely.length === 0 || sheet.rows.length === 0) return [];
    for (const register of likely) {
      const found = locate(file, sheet, register);
      if (found) return [found];
    }
    const [register] = likely;
    if (comparableName(sheet.name) === comparableName(register!.sheet)) throw new Refusal('no-header', `“${file.name}”的“${sheet.name}”里没有找到表头。请保留“${required(register!).map((it) => it.heading).join('、')}”等列名。`);
    passOver(sheet.name);
    return [];
  });
}

function named(registers: readonly RegisterFormat[], text: string): RegisterFormat | undefined {
  const name = comparableName(text);
  return registers.filter((it) => name.includes(comparableName(it.sheet))).sort((a, b) => b.sheet.length - a.sheet.length)[0];
}

function required(register: RegisterFormat): ColumnFormat[] {
  return register.columns.filter((it) => it.required);
}

function locate(file: SourceFile, sheet: Sheet, register: RegisterFormat): FoundRegister | undefined {
  let best: { places: Map<ColumnFormat, number>; end: number } | undefined;
  for (const [index, row] of sheet.rows.slice(0, HEADER_WITHIN).entries()) {
    const next = sheet.rows[index + 1];
    // Blank rows are left out, so a second header row must be the very next line of the sheet.
    for (const height of next?.number === row.number + 1 ? [1, 2] : [1]) {
      const places = match(register, sheet.rows.slice(index, index + height));
      if (places.size > (best?.places.size ?? 0)) best = { places, end: index + height };
    }
  }
  if (!best || !required(register).some((it) => best.places.has(it))) return undefined;
  const lacking = required(register).filter((it) => !best.places.has(it));
  if (lacking.length > 0) throw new Refusal('missing-column', `“${file.name}”的“${sheet.name}”缺少必填的列：${lacking.map((it) => it.heading).join('、')}。请补上这些列后重新导入。`);
  const head = sheet.rows.slice(0, best.end);
  return { file, sheet, register, head, rows: sheet.rows.slice(best.end).filter(isData), places: best.places, reasonAt: columnOf(head, REASON_HEADING) };
}

function match(register: RegisterFormat, header: readonly Row[]): Map<ColumnFormat, number> {
  const places = new Map<ColumnFormat, number>();
  for (const column of register.columns) {
    for (const heading of [column.heading, ...(column.aliases ?? [])]) {
      const at = columnOf(header, heading);
      if (at !== undefined && !places.has(column)) places.set(column, at);
    }
  }
  return places;
}

/** Where a heading stands: in the lower header row before the upper, which may hold group names. */
function columnOf(header: readonly Row[], heading: string): number | undefined {
  const wanted = comparableName(heading);
  for (const row of header.toReversed()) {
    const at = row.cells.findIndex((cell) => comparableName(textOf(cell)) === wanted);
    if (at >= 0) return at;
  }
  return undefined;
}

/** Blank rows, totals and the line of who filled it in are no data. */
function isData(row: Row): boolean {
  const first = row.cells.map(textOf).find(Boolean);
  return first !== undefined && !first.startsWith('合计') && !comparableName(first).startsWith('填报人');
}
