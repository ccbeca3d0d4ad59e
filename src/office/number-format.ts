/** Built-in formats that show a day, those of Chinese Excel (27 … 36, 50 … 58) included; 18 … 21 and 45 … 47 show a time only. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** An `m` that is not minutes, which stand after hours or before seconds. */
const MONTH = /(?<!h)m(?!s)/;

/** Whether a built-in number format shows a day. @param id the format's number in the file */
export function showsDayBuiltIn(id: number): boolean {
  return BUILT_IN_DATES.has(id);
}

/** Whether a cell of this number format (`yyyy"年"m"月"`, `[h]:mm`) shows a day, so that its number is a date. */
export function showsDay(code: string): boolean {
  const letters = code
    .replace(/"[^"]*"?|\\.|[_*]./gs, '')
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\][]*\]/g, '')
    .split(';', 1)
    .join()
    .replace(/general|g\/通用格式|am\/pm|a\/p/gi, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return /[yd]|aaa/.test(letters) || MONTH.test(letters.replace(/m+/g, 'm'));
}
