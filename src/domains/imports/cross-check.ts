import { subjectKey } from '../../ledger/subjects.ts';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { unitName } from '../../mechanism/units.ts';
import { textOf } from '../../office/cell-habits.ts';
import type { Row } from '../../office/sheet.ts';
import { maySee } from './importer.ts';
import type { FoundRegister } from './layout.ts';
import { quoted } from './quoted.ts';
import type { ReadRow, RowProblem } from './read-row.ts';
import { Resigned, type StoredProject } from './resigned.ts';
import type { Stored } from './stored.ts';

/** The checks that look beyond the row. Rows are asked about, and those that go in told, in the order of the files. */
export class CrossCheck {
  readonly #mechanism: Mechanism;
  readonly #stored: Stored;
  readonly #known: Set<string>;
  /** Numbers of earlier rows, refused or not, by file and register. */
  readonly #seen = new Map<object, Map<string, Set<string>>>();
  readonly #resigned = new Map<string, Resigned>();

  constructor(mechanism: Mechanism, stored: Stored) {
    this.#mechanism = mechanism;
    this.#stored = stored;
    this.#known = new Set(stored.subjects);
    for (const it of mechanism.pack.registers) if (it.resigned && it.subject) this.#resigned.set(it.sheet, new Resigned(mechanism, it, stored.signed));
  }

  problemsOf(found: FoundRegister, row: ReadRow, at: Row): RowProblem[] {
    const problems: RowProblem[] = [];
    const { references } = this.#mechanism.vocabulary[found.register.subject!]!;
    for (const [role, number] of Object.entries(row.references)) {
      const reference = references[role]!;
      if (number !== null && !this.#known.has(subjectKey({ kind: reference.to, number }))) {
        problems.push({ code: 'unknown-ref', message: `“${reference.label}”的${quoted(number)}不在台账里，请先登记它，或改成已登记的编号` });
      }
    }
    if (row.number !== '' && this.#isRepeated(found, row.number, at)) problems.push({ code: 'duplicate-id', message: `${duplicateMark(row.number)}，请换一个编号` });
    if (lackingOf(found).length > 0 && this.#isFresh(found, row)) problems.push({ code: 'missing', message: `新登记的记录还要有“${lackingOf(found).map((it) => it.heading).join('、')}”，请在表中补上；如是已登记的记录，请对应到原记录` });
    if (this.#isKept(found, row.number)) problems.push({ code: 'not-open', message: `编号${quoted(row.number)}不能由本单位登记或更改，请与${this.#whoUnseals(found)}联系` });
    const again = this.#resigned.get(found.register.sheet)?.find(row);
    if (again) problems.push({ code: 'resigned', message: this.#resignedMessage(found, again) });
    return problems;
  }

  /** A row that registers something new and names no unit is the importing unit's own. */
  completed(found: FoundRegister, row: ReadRow): ReadRow {
    const { importer } = this.#stored;
    const unnamed = importer && row.credits.length === 0 && row.unit === undefined && found.origin.columns.some((it) => it.unit);
    return unnamed && this.#isFresh(found, row) ? { ...row, credits: [{ unit: importer.unit, share: '1' }], unit: importer.unit } : row;
  }

  #isFresh({ register }: FoundRegister, { number }: ReadRow): boolean {
    const key = subjectKey({ kind: register.subject!, number });
    return number !== '' && !this.#stored.subjects.has(key) && !this.#stored.sealed.has(key);
  }

  accept(found: FoundRegister, row: ReadRow): void {
    this.#known.add(subjectKey({ kind: found.register.subject!, number: row.number }));
    this.#resigned.get(found.register.sheet)?.accept(row);
  }

  #isRepeated({ file, register, reasonAt }: FoundRegister, number: string, at: Row): boolean {
    const bySheet = this.#seen.get(file) ?? new Map<string, Set<string>>();
    const numbers = bySheet.get(register.sheet) ?? new Set<string>();
    this.#seen.set(file, bySheet.set(register.sheet, numbers));
    const seen = numbers.has(number);
    numbers.add(number);
    return seen || (reasonAt !== undefined && textOf(at.cells[reasonAt]).includes(duplicateMark(number)));
  }

  /** A number that a seal keeps from who could else change what stands under it: no more is told than whom to ask. */
  #isKept({ register }: FoundRegister, number: string): boolean {
    const { importer, sealed } = this.#stored;
    return importer !== undefined && (importer.sees === 'all' || importer.unit === register.keeper) && sealed.has(subjectKey({ kind: register.subject!, number }));
  }

  #whoUnseals({ register }: FoundRegister): string {
    const { pack } = this.#mechanism;
    return unitName(pack, pack.units.find((it) => it.part === 'commerce-bureau')?.id ?? register.keeper);
  }

  /** Who may not see the other project learns that it is held, and whom to ask. */
  #resignedMessage({ register }: FoundRegister, again: { number: string; stored: StoredProject | undefined }): string {
    const { importer } = this.#stored;
    if (again.stored && importer && !maySee(importer, again.stored)) return `信用代码和项目名称与一个已登记的项目相同，是重复签约，不再计一次；请与${unitName(this.#mechanism.pack, register.keeper)}核对`;
    return `与${quoted(again.number)}的信用代码和项目名称相同，是重复签约，不再计一次；如是新项目请改名，如是原项目请用原编号更正`;
  }
}

/** What a new record cannot do without: its number comes by itself, its unit is the importing one's, its state is declared. */
function lackingOf({ lacking }: FoundRegister): readonly ColumnFormat[] {
  return lacking.filter((it) => !it.number && !it.unit && !it.state);
}

/** Also read back from the reason column: a row refused for its number is taken only under another. */
function duplicateMark(number: string): string {
  return `编号${quoted(number)}在前面的行里已经用过`;
}
