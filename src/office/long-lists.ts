import type { DataValidation, WriteSheet } from 'hucre/xlsx';

/** The sheet on which lists stand that are too long for a cell's own. It is seen, and read back as no register. */
export const WORDS_SHEET = '选项';

/** Excel's own limit of a list that stands in the cell's rule. */
const LONGEST = 255;

/** Lists of words to choose from: short ones stand in the rule of their cells, long ones on a sheet beside. */
export class LongLists {
  readonly columns: (readonly string[])[] = [];

  placeOf(words: readonly string[], sheet: string): Pick<DataValidation, 'values' | 'formula1'> {
    if (words.join(',').length <= LONGEST && !words.some((it) => /[,"]/.test(it))) return { values: [...words] };
    let at = this.columns.findIndex((it) => it.join('\n') === words.join('\n'));
    if (at < 0) at = this.columns.push(words) - 1;
    const column = String.fromCharCode(65 + at);
    return { formula1: `'${sheet}'!$${column}$1:$${column}$${words.length}` };
  }

  sheet(name: string): WriteSheet {
    const longest = Math.max(...this.columns.map((it) => it.length));
    return { name, rows: Array.from({ length: longest }, (_, row) => this.columns.map((it) => it[row] ?? null)), columns: this.columns.map(() => ({ width: 24 })) };
  }
}
