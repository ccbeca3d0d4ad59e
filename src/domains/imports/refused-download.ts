import { Refusal } from '../../kernel/refusal.ts';
import { isUuid } from '../../kernel/text.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { findImport, seesRows } from './find-import.ts';
import { readKept } from '../../base/kept-files.ts';

/** The refused rows of an import, to be corrected and sent again. @throws Refusal 'not-found' where there are none, or not any more */
export async function refusedFileOf(context: LedgerContext, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  if (!isUuid(id)) throw new Refusal('not-found', '没有找到这次导入，请从导入记录重新进入。');
  const { report, unit } = await findImport(context, id);
  if (!seesRows(context, { unit })) throw new Refusal('not-found', '退回的行由上传的单位下载，请与其联系。');
  if (report.refusedFile === null) throw new Refusal('not-found', '这次导入没有退回的行。');
  const bytes = await readKept(context.database, report.refusedFile);
  if (!bytes) throw new Refusal('not-found', '退回的文件已过 30 天的保存期，请重新上传原文件。');
  return { name: '退回的行.xlsx', bytes };
}
