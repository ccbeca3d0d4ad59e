import type { CellContext } from './cell-value.ts';
import { DayStyles } from './excel-days.ts';
import { damaged, externalLink, macro, notAWorkbook, tooLarge } from './file-refusals.ts';
import { MAX_ELEMENTS, MAX_NAME_CHARS, MAX_SHEETS } from './limits.ts';
import { readRelationships, relationshipsPart, targetPart, type Relationship } from './relationships.ts';
import { SharedTexts } from './shared-texts.ts';
import { officeText, readXml, type Attributes, type XmlHandler } from './xml-reader.ts';
import type { ZipPackage } from './zip-package.ts';

/** What a workbook says of its parts before any of them is read. */
export interface Workbook {
  /** In the order of their tabs; `part` in lower case. */
  sheets: { name: string; part: string }[];
  /** The parts of shared texts and of styles, where there are such. */
  texts: string | undefined;
  styles: string | undefined;
  date1904: boolean;
}

/** Reads what lists a package's parts; refuses packages that are other documents or may run code. */
export async function readWorkbookPart(pack: ZipPackage): Promise<Workbook> {
  if (!pack.has('[Content_Types].xml') || !pack.has('_rels/.rels')) throw notAWorkbook();
  await readXml(pack.read('[Content_Types].xml'), { open: judgeContentType });
  const main = (await readRelationships(pack, '_rels/.rels')).find((one) => one.type === 'officeDocument');
  const part = targetPart('', main?.target ?? '');
  if (!pack.has(part)) throw notAWorkbook();
  const outline = new Outline();
  await readXml(pack.read(part), outline);
  const points = pack.has(relationshipsPart(part)) ? await readRelationships(pack, relationshipsPart(part)) : [];
  const pointed = (type: string): string | undefined => {
    const found = points.find((one) => one.type === type);
    return found && targetPart(part, found.target);
  };
  return { sheets: sheetsOf(outline, points, part), texts: pointed('sharedStrings'), styles: pointed('styles'), date1904: outline.date1904 };
}

/** Reads what all sheets need to be understood. */
export async function readCellContext(pack: ZipPackage, workbook: Workbook): Promise<CellContext> {
  const texts = new SharedTexts();
  const styles = new DayStyles();
  if (workbook.texts !== undefined) await readXml(pack.read(workbook.texts), texts, MAX_ELEMENTS);
  if (workbook.styles !== undefined) await readXml(pack.read(workbook.styles), styles);
  return { texts, styles, date1904: workbook.date1904 };
}

function judgeContentType(name: string, { ContentType: type = '' }: Attributes): void {
  if (/macroEnabled|vbaProject|macrosheet|activeX/i.test(type)) throw macro();
  if (/wordprocessingml|presentationml|sheet\.binary/i.test(type) && name === 'Override') throw notAWorkbook();
}

/** A part that serves as two sheets is `damaged`, chart sheets are left out. */
function sheetsOf(outline: Outline, points: Relationship[], workbook: string): Workbook['sheets'] {
  const byId = new Map(points.map((one) => [one.id, one]));
  const sheets = outline.sheets.flatMap(({ name, id }) => {
    const found = byId.get(id);
    if (found?.type === 'chartsheet') return [];
    if (found?.type !== 'worksheet') throw damaged();
    return [{ name, part: targetPart(workbook, found.target).toLowerCase() }];
  });
  if (new Set(sheets.map(({ part }) => part)).size < sheets.length) throw damaged();
  return sheets;
}

class Outline implements XmlHandler {
  readonly sheets: { name: string; id: string }[] = [];
  date1904 = false;

  open(element: string, attributes: Attributes): void {
    if (element === 'externalReference') throw externalLink();
    if (element === 'workbookPr') this.date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
    if (element !== 'sheet') return;
    if (this.sheets.length >= MAX_SHEETS) throw tooLarge(`文件超过 ${MAX_SHEETS} 个工作表`);
    const [, id = ''] = Object.entries(attributes).find(([name]) => name.endsWith(':id')) ?? [];
    const name = attributes['name'] ?? '';
    if (name.length > MAX_NAME_CHARS || id.length > MAX_NAME_CHARS) throw damaged();
    this.sheets.push({ name: officeText(name), id });
  }
}
