import { MAIN, XML } from './office-xml.ts';

/** How written cells look. Texts have the text format and stay texts when somebody edits them; `guarded` ones also open with a `'`. */
export type Look = 'general' | 'text' | 'guarded' | 'date';

const LOOKS: readonly Look[] = ['general', 'text', 'guarded', 'date'];
const DATE_FORMAT = 164;
const FORMATS: Readonly<Record<Look, string>> = {
  general: 'numFmtId="0"',
  text: 'numFmtId="49" applyNumberFormat="1"',
  guarded: 'numFmtId="49" applyNumberFormat="1" quotePrefix="1"',
  date: `numFmtId="${DATE_FORMAT}" applyNumberFormat="1"`,
};

/** The number of a style in `stylesXml`. */
export function styleOf(look: Look, bold: boolean): number {
  return LOOKS.indexOf(look) * 2 + (bold ? 1 : 0);
}

/** `xl/styles.xml`: each look plain and bold; bold cells are headers, centred and wrapped. */
export function stylesXml(): string {
  const style = (look: Look): string =>
    `<xf ${FORMATS[look]} fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    `<xf ${FORMATS[look]} fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">` +
    '<alignment horizontal="center" vertical="center" wrapText="1"/></xf>';
  const font = (bold: string): string => `<font>${bold}<sz val="11"/><name val="宋体"/></font>`;
  return (
    `${XML}<styleSheet xmlns="${MAIN}">` +
    `<numFmts count="1"><numFmt numFmtId="${DATE_FORMAT}" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${LOOKS.length * 2}">${LOOKS.map(style).join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
