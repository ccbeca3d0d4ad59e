import { Refusal } from '../../kernel/refusal.ts';
import { comparableName } from '../../kernel/text.ts';
import type { ColumnFormat, RegisterFormat } from '../../mechanism/format/registers.ts';
import { goalOf } from '../../mechanism/layouts.ts';
import type { Vocabulary } from '../../mechanism/vocabulary.ts';
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
  /** The register in the layout in which the sheet was found. */
  readonly register: RegisterFormat;
  /** The register itself. */
  readonly origin: RegisterFormat;
  /** What must be filled and has no column here: rows of what is registered already leave it as it stands. */
  readonly lacking: readonly ColumnFormat[];
  /** Title and header rows, as they came. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  /** Which column of the sheet each column of the register is. */
  readonly places: ReadonlyMap<ColumnFormat, number>;
  /** The column of refusal reasons, where the file is one of refused rows sent again. */
  readonly reasonAt: number | undefined;
}

/** What sheets are looked for by. */
export interface Forms {
  readonly registers: readonly RegisterFormat[];
  /** Other forms of the registers, under their sheets. */
  readonly layouts: readonly RegisterFormat[];
  readonly kinds: Vocabulary;
  /** Whether everything that must be filled has to have its column: where a past year is taken over. */
  readonly whole: boolean;
}

/** How far down a header is looked for. */
const HEADER_WITHIN = 12;

/**
 * Finds the registers among a file's sheets by sheet name, file name or title; sheets that are none are passed over,
 * and so are those that only sound like one (填表口径说明) and hold none of its columns.
 * A sheet may lack columns where its rows can still be told apart: by number, or by name or credit code.
 * @param passOver is told of the latter
 * @throws Refusal 'no-header', or 'missing-column' where its rows could not be told apart, or where everything must be there
 */
export function findRegisters(file: SourceFile, sheets: readonly Sheet[], { registers, layouts, kinds, whole }: Forms, passOver: (sheet: string) => void): FoundRegister[] {
  return sheets.flatMap((sheet) => {
    const title = sheet.rows.slice(0, 2).flatMap((row) => row.cells.map(textOf)).join(' ');
    const likely = [...new Set([named(registers, sheet.name), named(registers, title)])].filter((it) => it !== undefined);
    if (sheet.rows.length === 0) return [];
    if (likely.length === 0) {
      const layout = layouts.map((it) => located(sheet, it)).find((it) => it.places.size >= 3 && it.form.columns.every((one) => one.serial || it.places.has(one)));
      return layout ? [foundIn(file, sheet, registers, layout)] : [];
    }
    for (const register of likely) {
      const forms = [register, ...layouts.filter((it) => it.sheet === register.sheet)];
      const best = forms.map((it) => located(sheet, it)).reduce((a, b) => (b.places.size > a.places.size ? b : a));
      if (anchors(register, best.form, kinds).some((it) => best.places.has(it))) return [refuseLacking(foundIn(file, sheet, registers, best), kinds, whole)];
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

interface Located {
  readonly form: RegisterFormat;
  readonly places: ReadonlyMap<ColumnFormat, number>;
  /** How many rows stand above the data. */
  readonly end: number;
}

/** Where the columns of a form stand, as many as there are. */
function located(sheet: Sheet, form: RegisterFormat): Located {
  let best: Located = { form, places: new Map(), end: 0 };
  for (const [index, row] of sheet.rows.slice(0, HEADER_WITHIN).entries()) {
    const next = sheet.rows[index + 1];
    // Blank rows are left out, so a second header row must be the very next line of the sheet.
    for (const height of next?.number === row.number + 1 ? [1, 2] : [1]) {
      const places = match(form, sheet.rows.slice(index, index + height));
      if (places.size > best.places.size) best = { form, places, end: index + height };
    }
  }
  return best;
}

/** Columns of which one at least makes a sheet the register: what must be filled, and what names a record. */
function anchors(register: RegisterFormat, form: RegisterFormat, kinds: Vocabulary): ColumnFormat[] {
  return [...required(form), ...form.columns.filter((it) => it.number || isNaming(register, it, kinds))];
}

/** Whether records are told apart by a column where there is no number: a name that is no person's, or a credit code. */
function isNaming(register: RegisterFormat, column: ColumnFormat, kinds: Vocabulary): boolean {
  const kind = kinds[register.subject ?? ''];
  return column.creditCode === true || (column.field !== undefined && column.field === kind?.nameField && kind.fields[column.field]?.type === 'text');
}

function foundIn(file: SourceFile, sheet: Sheet, registers: readonly RegisterFormat[], { form, places, end }: Located): FoundRegister {
  const origin = registers.find((it) => it.sheet === form.sheet)!;
  const head = sheet.rows.slice(0, end);
  const lacking = required(origin).filter((it) => ![...places.keys()].some((one) => goalOf(one) === goalOf(it)));
  return { file, sheet, register: form, origin, lacking, head, rows: sheet.rows.slice(end).filter(isData), places, reasonAt: columnOf(head, REASON_HEADING) };
}

function refuseLacking(found: FoundRegister, kinds: Vocabulary, whole: boolean): FoundRegister {
  const { file, sheet, origin, places, lacking } = found;
  const told = [...places.keys()].some((it) => it.number || (origin.numbering !== undefined && isNaming(origin, it, kinds)));
  if (lacking.length === 0 || (told && !whole && origin.subject !== undefined)) return found;
  throw new Refusal('missing-column', `“${file.name}”的“${sheet.name}”缺少必填的列：${lacking.map((it) => it.heading).join('、')}。请补上这些列后重新导入。`);
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
