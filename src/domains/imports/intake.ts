import { comparableName } from '../../kernel/text.ts';
import type { ColumnFormat, RegisterFormat } from '../../mechanism/format/registers.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Cell, Row } from '../../office/sheet.ts';
import { subjectKey } from '../../ledger/subjects.ts';
import { textOf } from '../../office/cell-habits.ts';
import { type ReadDecision, readDecision } from './read-decision.ts';
import { type ReadRow, readRow, type RowProblem } from './read-row.ts';
import { Resigned, type StoredProject } from './resigned.ts';
import type { FoundRegister } from './layout.ts';
import { refusalCodes, type Rejection } from './terms.ts';
import { type UnitNames, unitNames } from './unit-names.ts';

/** A row that goes in. */
export interface AcceptedRow {
  readonly found: FoundRegister;
  readonly kind: string;
  readonly row: ReadRow;
  readonly at: Row;
}

export interface AcceptedDecision extends ReadDecision {
  readonly sheet: string;
}

/** What the registers held before this import. */
export interface Stored {
  /** `subjectKey`s of what is registered. */
  readonly subjects: ReadonlySet<string>;
  /** For the check of what was signed again, by kind. */
  readonly signed: readonly StoredProject[];
}

/** What a reading of the files comes to. Rejections in the order of sheets and rows. */
export interface Intake {
  readonly rows: readonly AcceptedRow[];
  readonly decisions: readonly AcceptedDecision[];
  readonly rejections: readonly (Rejection & { readonly found: FoundRegister; readonly at: Row })[];
  /** Rows that go in, by sheet. */
  readonly accepted: Readonly<Record<string, number>>;
}

/** Reads every row of the registers found: mistakes of its own first, then references, numbers and what was signed again. */
export function takeIn(mechanism: Mechanism, found: readonly FoundRegister[], stored: Stored): Intake {
  const units = unitNames(mechanism.pack);
  const rows: AcceptedRow[] = [];
  const decisions: AcceptedDecision[] = [];
  const rejections: Intake['rejections'][number][] = [];
  const accepted: Record<string, number> = {};
  const known = new Set(stored.subjects);
  for (const one of inOrder(mechanism, found)) {
    accepted[one.register.sheet] ??= 0;
    const { register } = one;
    const check = register.subject === undefined ? undefined : new RegisterCheck(mechanism, register, units, known, stored);
    for (const at of one.rows) {
      const cells = cellsOf(one, at);
      let problem: RowProblem | undefined;
      if (!check) {
        const read = readDecision(mechanism.pack, cells);
        problem = first(read.problems);
        if (!problem && read.decision) decisions.push({ ...read.decision, sheet: register.sheet });
      } else {
        const { row, problems } = check.read(cells, one.reasonAt === undefined ? '' : textOf(at.cells[one.reasonAt]));
        problem = first(problems);
        if (!problem) {
          check.accept(row);
          rows.push({ found: one, kind: register.subject!, row, at });
        }
      }
      if (problem) rejections.push({ sheet: register.sheet, row: at.number, ...problem, found: one, at });
      else accepted[register.sheet]!++;
    }
  }
  return { rows, decisions, rejections, accepted };
}

/** What is referred to before what refers: the kinds in the order of their references. */
function inOrder(mechanism: Mechanism, found: readonly FoundRegister[]): FoundRegister[] {
  const depth = (kind: string | undefined, seen: readonly string[] = []): number => {
    if (kind === undefined || seen.includes(kind)) return 0;
    return 1 + Math.max(0, ...Object.values(mechanism.vocabulary[kind]?.references ?? {}).map((it) => depth(it.to, [...seen, kind])));
  };
  return [...found].sort((a, b) => depth(a.register.subject) - depth(b.register.subject));
}

function cellsOf(found: FoundRegister, row: Row): Map<ColumnFormat, Cell> {
  return new Map([...found.places].map(([column, at]) => [column, row.cells[at] ?? null]));
}

function first(problems: readonly RowProblem[]): RowProblem | undefined {
  return [...problems].sort((a, b) => refusalCodes.indexOf(a.code) - refusalCodes.indexOf(b.code))[0];
}

/** The checks of one register's rows that look beyond the row. */
class RegisterCheck {
  readonly #mechanism: Mechanism;
  readonly #register: RegisterFormat;
  readonly #units: UnitNames;
  readonly #known: Set<string>;
  readonly #seen = new Set<string>();
  readonly #resigned: Resigned | undefined;

  constructor(mechanism: Mechanism, register: RegisterFormat, units: UnitNames, known: Set<string>, stored: Stored) {
    this.#mechanism = mechanism;
    this.#register = register;
    this.#units = units;
    this.#known = known;
    this.#resigned = register.resigned && new Resigned(mechanism, register, stored.signed);
  }

  read(cells: ReadonlyMap<ColumnFormat, Cell>, reason: string): { row: ReadRow; problems: RowProblem[] } {
    const kind = this.#mechanism.vocabulary[this.#register.subject!]!;
    const { row, problems } = readRow({ pack: this.#mechanism.pack, kind, units: this.#units }, cells);
    for (const [role, number] of Object.entries(row.references)) {
      const reference = kind.references[role]!;
      if (number !== null && !this.#known.has(subjectKey({ kind: reference.to, number }))) {
        problems.push({ code: 'unknown-ref', message: `“${reference.label}”的“${number}”不在台账里，请先登记它，或改成已登记的编号` });
      }
    }
    if (row.number !== '') {
      const refusedBefore = reason.includes(duplicateMark(row.number));
      if (this.#seen.has(row.number) || refusedBefore) problems.push({ code: 'duplicate-id', message: `${duplicateMark(row.number)}在前面的行里已经用过，请换一个编号` });
      this.#seen.add(row.number);
    }
    const again = this.#resigned?.find(row);
    if (again !== undefined) problems.push({ code: 'resigned', message: `与“${again}”的信用代码和项目名称相同，是重复签约，不再计一次；如是新项目请改名，如是原项目请用原编号更正` });
    return { row, problems };
  }

  accept(row: ReadRow): void {
    this.#known.add(subjectKey({ kind: this.#register.subject!, number: row.number }));
    this.#resigned?.accept(row);
  }
}

/** Also read back from the reason column: a row refused for its number is taken only under another. */
function duplicateMark(number: string): string {
  return `编号“${comparableName(number)}”`;
}

