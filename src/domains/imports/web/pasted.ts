/** Texts that a file of the kind keeps with a `'` before them, so that no spreadsheet takes them for a formula; the server takes it back. */
const GUARDED = /^'+[=+\-@\t\r\n\0＝＋－＠]/;

/** Cells as spreadsheets put them on the clipboard: tabs between cells, quotes round a cell with line ends. */
export function pastedRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows[rows.length - 1]!.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') cell += text[++at]!;
      else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === '' && closes(text, at)) quoted = true;
    else if (letter === '\t') endCell();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at++;
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  endCell();
  return rows.filter((row) => row.some((it) => it.trim() !== ''));
}

/** A quote opens a cell only where one closes it before the next cell begins; else it is a letter. */
function closes(text: string, at: number): boolean {
  return /^"(?:[^"]|"")*"(?=[\t\r\n]|$)/.test(text.slice(at));
}

/** The same as a file of commas that the server reads as it reads every register. */
export function asCsv(rows: readonly (readonly string[])[]): string {
  const field = (cell: string): string => {
    const kept = GUARDED.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]|^\s|\s$/.test(kept) ? `"${kept.replace(/"/g, '""')}"` : kept;
  };
  return `\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
