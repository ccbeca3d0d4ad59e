import { implement } from '@orpc/server';
import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { refuseConfirmation, refuseTakeOver } from './confirmation.ts';
import { importsContract } from './contract.ts';
import { findImport } from './find-import.ts';
import { pickRecords } from './pick.ts';
import { runImport } from './run-import.ts';
import { beginImport, loadImports } from './store.ts';
import { detailView, lineView } from './views.ts';

/** Imports of so many rows are carried out at once (about a second); larger ones by the worker. */
const AT_ONCE = 1_000;

const api = implement(importsContract).$context<LedgerContext>();

export const importsHandlers = api.router({
  list: api.list.handler(async ({ context }) => (await loadImports(context.database, context.rights.scope(actorOf(context), 'imports:read'))).map(lineView)),
  one: api.one.handler(async ({ input, context }) => detailView(context, await findImport(context, input.id))),
  pick: api.pick.handler(({ input, context }) => pickRecords(context, input)),
  confirm: api.confirm.handler(async ({ input, context }) => {
    const { database, ledger, rights, request } = context;
    const actor = actorOf(context);
    const found = await findImport(context, input.id);
    const document = input.document ?? null;
    // The same request again reads no file again: it has nothing to carry out.
    let begun = false;
    const answer = await write(database, { id: request, account: actor.account, body: ['imports.confirm', input] }, async (tx) => {
      if (document === '') throw new Refusal('missing', '请写明期初建账所依据的文件。');
      const refusal = (document === null ? refuseConfirmation : refuseTakeOver)(ledger.mechanism, rights, actor, found);
      if (refusal) throw refusal;
      if (!(await beginImport(tx, found.id, { account: actor.account, document }))) throw refuseConfirmation(ledger.mechanism, rights, actor, { ...found, state: 'running' })!;
      begun = true;
      return { answer: { done: true as const }, audit: [{ unit: actor.unit, action: 'imports:confirm', objectKind: 'import', objectId: found.id, detail: { document } }] };
    });
    try {
      if (begun && found.total <= AT_ONCE) await runImport(context, found.id, false);
    } finally {
      // What was not carried out at once waits for it, and so does derivation under new decisions.
      context.wakeWorker();
    }
    return answer;
  }),
});
