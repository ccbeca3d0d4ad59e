import { Refusal } from '../kernel/refusal.ts';

/**
 * The refusals of files. Codes: `not-a-workbook`, `old-excel`, `encrypted`, `damaged`, `too-large`, `formula`,
 * `external-link`, `macro`, `embedded-object`, `unsafe-content`.
 */

export const notAWorkbook = (what = '这个文件不是 Excel 工作簿，也不是 CSV 表格'): Refusal =>
  new Refusal('not-a-workbook', `${what}，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。`);

export const damaged = (what = '文件已损坏或没有传完整'): Refusal =>
  new Refusal('damaged', `${what}，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。`);

export const tooLarge = (what: string): Refusal =>
  new Refusal('too-large', `${what}，请删去多余内容或拆成几个文件再上传。`);

export const unsafeContent = (what: string): Refusal =>
  new Refusal('unsafe-content', `${what}，请把数据复制到新建的工作簿，另存为 .xlsx 再上传。`);

export const oldExcel = (): Refusal =>
  new Refusal('old-excel', '这是旧版 Excel（.xls）文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。');

export const encrypted = (): Refusal => new Refusal('encrypted', '文件设有打开密码，请取消密码后保存再上传。');

export const macro = (): Refusal => new Refusal('macro', '文件带有宏，请另存为不带宏的 .xlsx 工作簿再上传。');

export const externalLink = (): Refusal =>
  new Refusal('external-link', '文件链接了别的文件或数据源，请在“数据—编辑链接”中断开链接，保存后再上传。');

export const embeddedObject = (): Refusal =>
  new Refusal('embedded-object', '文件里嵌有别的文件或控件，请删去嵌入的对象，保存后再上传。');

/** @param cell e.g. `L5`; left out where it has no name */
export const formula = (sheet: string, cell?: string): Refusal =>
  new Refusal('formula', `工作表“${sheet}”${cell === undefined ? '里有' : `的 ${cell} 单元格是`}公式，请用“选择性粘贴—数值”把公式改成数值，保存后再上传。`);
