import { damaged, externalLink, macro, notAWorkbook, tooLarge } from './file-refusals.ts';
import { DateStyles } from './date-styles.ts';
import { MAX_NAME_CHARS, MAX_SHEETS } from './limits.ts';
import { scanPart } from './package-parts.ts';
import { Relationships, relationshipsPart, targetPart, type Relationship } from './relationships.ts';
import type { XmlHandler } from './xml-scan.ts';
import { attribute, officeText } from './xml-text.ts';
import type { ZipPackage } from './zip-package.ts';

/** What a workbook says of its sheets before any of them is read. */
export interface Workbook {
  sheets: { name: string; part: string }[];
  /** The part with the shared texts; undefined where no cell uses one. */
  textsPart: string | undefined;
  styles: DateStyles;
  date1904: boolean;
}

/** Reads the small parts of a workbook package; refuses packages that are other documents or may run code. */
export async function readWorkbookPart(pack: ZipPackage): Promise<Workbook> {
  if (!pack.has('[Content_Types].xml') || !pack.has('_rels/.rels')) throw notAWorkbook();
  await scanPart(pack, '[Content_Types].xml', { open: judgeContentType, close() {}, text() {} });
  const main = (await relationships(pack, '')).find((one) => one.type === 'officeDocument');
  const part = main && targetPart('', main.target);
  if (part === undefined || !pack.has(part)) throw notAWorkbook();
  const outline = new Outline();
  await scanPart(pack, part, outline);
  const points = await relationships(pack, part);
  const partOf = (type: string): string | undefined => {
    const found = points.find((one) => one.type === type);
    return found && targetPart(part, found.target);
  };
  const styles = new DateStyles();
  const stylesPart = partOf('styles');
  if (stylesPart !== undefined) await scanPart(pack, stylesPart, styles);
  return { sheets: sheetsOf(outline, points, part), textsPart: partOf('sharedStrings'), styles, date1904: outline.date1904 };
}

function judgeContentType(name: string, attributes: string): void {
  const type = attribute(attributes, 'ContentType') ?? '';
  if (/macroEnabled|vbaProject|macrosheet|activeX/i.test(type)) throw macro();
  if (/wordprocessingml|presentationml|sheet\.binary/i.test(type) && name === 'Override') throw notAWorkbook();
}

async function relationships(pack: ZipPackage, of: string): Promise<Relationship[]> {
  const part = relationshipsPart(of);
  const handler = new Relationships(true);
  if (pack.has(part)) await scanPart(pack, part, handler);
  return handler.found;
}

/** The sheets in the order of their tabs; a part that serves as two sheets is `damaged`, chart sheets are left out. */
function sheetsOf(outline: Outline, points: Relationship[], workbook: string): Workbook['sheets'] {
  const byId = new Map(points.map((one) => [one.id, one]));
  const parts = new Set<string>();
  return outline.sheets.flatMap(({ name, id }) => {
    const found = byId.get(id);
    if (found?.type === 'chartsheet') return [];
    if (found?.type !== 'worksheet') throw damaged();
    const part = targetPart(workbook, found.target);
    if (parts.has(part.toLowerCase())) throw damaged();
    parts.add(part.toLowerCase());
    return [{ name, part }];
  });
}

class Outline implements XmlHandler {
  readonly sheets: { name: string; id: string }[] = [];
  date1904 = false;

  open(element: string, attributes: string): void {
    if (element === 'externalReference') throw externalLink();
    if (element === 'workbookPr') this.date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    if (element !== 'sheet') return;
    if (this.sheets.length >= MAX_SHEETS) throw tooLarge(`文件超过 ${MAX_SHEETS} 个工作表`);
    const name = attribute(attributes, 'name') ?? '';
    const id = attribute(attributes, ':id') ?? '';
    if (name.length > MAX_NAME_CHARS || id.length > MAX_NAME_CHARS) throw damaged();
    this.sheets.push({ name: officeText(name), id });
  }

  close(): void {}

  text(): void {}
}
