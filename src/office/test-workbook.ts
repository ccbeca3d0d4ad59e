/** For tests only: workbooks whose XML is given by hand. */
import { zipOf, type TestEntry } from './test-zip.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The XML inside of the parts; what is left out is the least that makes a workbook of one sheet 表. */
export interface TestParts {
  /** Inside of `<sheetData>`. */
  rows?: string;
  /** Behind `</sheetData>`. */
  after?: string;
  /** A whole worksheet part instead of `rows` and `after`. */
  sheet?: string | Uint8Array;
  /** Inside of `<sst>`. */
  texts?: string;
  /** Inside of `<styleSheet>`. */
  styles?: string;
  /** Inside of `<workbook>`, before the sheets, and inside of `<sheets>`. */
  book?: string;
  sheets?: string;
  /** Inside of the workbook's `<Relationships>`, besides sheet (`rId1`), texts and styles. */
  points?: string;
  mainType?: string;
  more?: readonly TestEntry[];
}

export const point = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}" ${more}/>`;

export const points = (inside: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

export function entriesOf(parts: TestParts): TestEntry[] {
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const part = (name: string, data: string | Uint8Array): TestEntry => ({ name, data });
  const main = parts.mainType ?? `${TYPE}.sheet.main+xml`;
  const { rows = '', after = '', sheets = '<sheet name="表" sheetId="1" r:id="rId1"/>' } = parts;
  return [
    part('[Content_Types].xml', `<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', main)}</Types>`),
    part('_rels/.rels', points(point('rId1', 'officeDocument', 'xl/workbook.xml'))),
    part('xl/workbook.xml', `<workbook xmlns:r="${RELATIONS}">${parts.book ?? ''}<sheets>${sheets}</sheets></workbook>`),
    part(
      'xl/_rels/workbook.xml.rels',
      points(
        point('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          (parts.texts === undefined ? '' : point('rId8', 'sharedStrings', 'sharedStrings.xml')) +
          (parts.styles === undefined ? '' : point('rId9', 'styles', '/xl/styles.xml')) +
          (parts.points ?? ''),
      ),
    ),
    part('xl/worksheets/sheet1.xml', parts.sheet ?? `<?xml version="1.0"?>\r\n<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`),
    ...(parts.texts === undefined ? [] : [part('xl/sharedStrings.xml', `<sst>${parts.texts}</sst>`)]),
    ...(parts.styles === undefined ? [] : [part('xl/styles.xml', `<styleSheet>${parts.styles}</styleSheet>`)]),
    ...(parts.more ?? []),
  ];
}

/** An .xlsx file of these parts. */
export function workbookOf(parts: TestParts): { name: string; bytes: Buffer } {
  return { name: '表.xlsx', bytes: zipOf(entriesOf(parts)) };
}
