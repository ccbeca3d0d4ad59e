import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import { readKept } from '../../base/kept-files.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isUuid } from '../../kernel/text.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { exportsContract } from './contract.ts';
import { type KeptExport, loadExports } from './store.ts';

/** A list that the actor asked for itself, in its present position. @throws Refusal 'not-found' */
export async function findExport(context: LedgerContext, id: string): Promise<KeptExport> {
  const [found] = isUuid(id) ? await loadExports(context.database, actorOf(context), id) : [];
  if (!found) throw new Refusal('not-found', '没有找到这次导出，请从导出记录重新进入。');
  return found;
}

/** The file of a list. @throws Refusal 'not-found' where it is not written yet, or not held any more */
export async function exportedFile(context: LedgerContext, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const found = await findExport(context, id);
  if (found.file === null) throw new Refusal('not-found', found.error ?? '这份台账还没有写好，请稍候再下载。');
  const bytes = await readKept(context.database, found.file);
  if (!bytes) throw new Refusal('not-found', '导出的文件已过 30 天的保存期，请重新导出。');
  return { name: found.name, bytes };
}

export function viewOf({ id, label, name, kind, state, done, total, error, begun_at, held }: KeptExport): InferContractRouterOutputs<typeof exportsContract>['one'] {
  return { id, label, name, kind, state, done, total, error, begunAt: begun_at.toISOString(), held };
}
