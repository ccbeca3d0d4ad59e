import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { keepFile } from '../../base/kept-files.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { LayoutFormat } from '../../mechanism/format/layouts.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { tellsOfHuman } from '../persons/terms.ts';
import { type HandedIn, type ReadFiles, readFiles } from './intake-files.ts';
import { matchRows } from './match-rows.ts';
import { previewImport } from './preview-import.ts';
import { storeImport } from './store.ts';

const MOST_FILES = 10;
const MOST_BYTES = 20 * 1024 * 1024;
/** Rows of one import: what its reading may take of memory (about 1 GB). */
const MOST_ROWS = 200_000;

/** Layouts that a unit keeps for itself. */
export type ReadLayouts = (db: Queryable, unit: string) => Promise<readonly LayoutFormat[]>;

/**
 * Reads uploaded registers and keeps what importing them would do; nothing goes in before it is confirmed.
 * @param readLayouts by which sheets are found, beside the pack's
 * @returns the preview's id. @throws Refusal where a file is too large, hostile or no register
 */
export async function previewUpload(context: LedgerContext, uploaded: readonly HandedIn[], readLayouts: ReadLayouts = async () => []): Promise<{ id: string }> {
  const { database, ledger, request } = context;
  const actor = actorOf(context);
  // Whoever may not import learns nothing of a file.
  context.rights.scope(actor, 'imports:make');
  const files = checked(uploaded);
  const layouts = await readLayouts(database, actor.unit);
  const read = await readFiles(ledger.mechanism, files, { mostRows: MOST_ROWS, layouts });
  refuseTellingNames(ledger.mechanism, read);
  return write(database, { id: request, account: actor.account, body: ['imports.files', read.files] }, async (tx) => {
    const { matches, picks } = await matchRows(tx, context, read);
    for (const it of files) await keepFile(tx, it.name, it.bytes);
    const id = crypto.randomUUID();
    const { kept, report, total } = await previewImport(tx, context, { id, read, matches, picks });
    await storeImport(tx, { id, account: actor.account, unit: actor.unit, document: null, files: kept, state: 'previewed', total, report, picks, layouts });
    return { answer: { id }, audit: [{ unit: actor.unit, action: 'imports:preview', objectKind: 'import', objectId: id, detail: { files: kept.map((it) => it.sha256) } }] };
  });
}

/** Names of files stand beside every fact that comes from them. @throws Refusal 'tells-of-human' */
function refuseTellingNames({ vocabulary }: Mechanism, { files, registers }: ReadFiles): void {
  const people = new Set<string>();
  for (const { found, rows } of registers) {
    const fields = Object.entries(vocabulary[found.register.subject ?? '']?.fields ?? {}).filter(([, it]) => it.personal === 'identity').map(([field]) => field);
    for (const { row } of rows) for (const field of fields) if (row?.people[field]) people.add(row.people[field]);
  }
  if (files.some((it) => tellsOfHuman(it.name, people))) throw new Refusal('tells-of-human', '文件名会永久留存，请不要写个人的姓名、电话、证件号码和邮箱，改名后重新上传。');
}

function checked(files: readonly HandedIn[]): HandedIn[] {
  if (files.length === 0) throw new Refusal('missing', '请选择要导入的台账文件（.xlsx 或 .csv）。');
  if (files.length > MOST_FILES) throw new Refusal('too-many-files', `一次最多导入 ${MOST_FILES} 个文件，请分几次上传。`);
  const large = files.find((it) => it.bytes.length > MOST_BYTES);
  if (large) throw new Refusal('too-large', `“${large.name}”超过 20 MB，请拆成几个文件再上传。`);
  return files.map((it) => ({ name: it.name.replace(/^.*[\\/]/su, ''), bytes: it.bytes }));
}
