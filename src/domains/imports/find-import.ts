import { actorOf } from '../../base/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { type KeptImport, loadImports } from './store.ts';

/** Whether the actor may see the rows of an import themselves: another unit's may be of sealed records. */
export function seesRows({ rights, ...context }: LedgerContext, { unit }: Pick<KeptImport, 'unit'>): boolean {
  const actor = actorOf(context);
  return actor.units.includes(unit) || rights.scope(actor, 'imports:read').sealed;
}

/** The import, whole. @throws Refusal 'not-found', also where the actor may not see it */
export async function findImport({ database, rights, ...context }: LedgerContext, id: string): Promise<KeptImport> {
  const [found] = await loadImports(database, rights.scope(actorOf(context), 'imports:read'), id);
  if (!found) throw new Refusal('not-found', '没有找到这次导入，请从导入记录重新进入。');
  return found;
}
