import { implement } from '@orpc/server';
import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { layoutsOf } from '../../mechanism/layouts.ts';
import { exportsContract } from './contract.ts';
import type { ReadList } from './listed.ts';
import { findExport, viewOf } from './find-export.ts';
import { keepLayout, stopLayout } from './keep-layout.ts';
import { unitLayouts } from './layout-store.ts';
import { layoutViews } from './layout-views.ts';
import { loadExports, storeExport } from './store.ts';
import { AT_ONCE, MOST_ROWS } from './terms.ts';
import { runExport } from './write-list.ts';

const api = implement(exportsContract).$context<LedgerContext>();

/** @param readList the records' own reading of lists */
export const exportsHandlers = (readList: ReadList) => api.router({
  list: api.list.handler(async ({ context }) => (await loadExports(context.database, actorOf(context))).map(viewOf)),
  one: api.one.handler(async ({ input, context }) => viewOf(await findExport(context, input.id))),
  layouts: api.layouts.handler(async ({ context }) => layoutViews(context.ledger.mechanism, await unitLayouts(context.database, actorOf(context).unit))),
  keepLayout: api.keepLayout.handler(({ input, context }) => keepLayout(context, input)),
  endLayout: api.endLayout.handler(({ input, context }) => stopLayout(context, input.id)),
  make: api.make.handler(async ({ input: { layout: wanted, ...query }, context }) => {
    const { database, ledger, request, clock } = context;
    const actor = actorOf(context);
    const layouts = layoutsOf(ledger.mechanism, await unitLayouts(database, actor.unit)).filter((it) => it.register.subject === query.kind);
    const layout = wanted === undefined ? layouts[0] : layouts.find((it) => it.id === wanted);
    if (!layout) throw new Refusal('not-found', '没有这种版式，请从版式清单中选择。');
    const { total } = await readList({ ...context, actor }, query);
    if (total === 0) throw new Refusal('nothing-to-export', '没有符合条件的记录，请放宽条件后再导出。');
    if (total > MOST_ROWS) throw new Refusal('too-large', `符合条件的有 ${total} 条，一次最多导出 ${MOST_ROWS} 条，请按单位或年份分几次导出。`);
    const answer = await write(database, { id: request, account: actor.account, body: ['exports.make', wanted, query] }, async (tx) => {
      const id = crypto.randomUUID();
      await storeExport(tx, actor, { id, kind: query.kind, form: layout.form, label: layout.label, name: `${layout.form.sheet}-${clock.today()}.xlsx`, total }, query);
      return { answer: { id }, audit: [{ unit: actor.unit, action: 'exports:ask', objectKind: 'export', objectId: id, detail: { kind: query.kind, layout: layout.label, rows: total } }] };
    });
    if (total <= AT_ONCE) await runExport(context, readList, answer.id);
    else context.wakeWorker();
    return { id: answer.id, state: (await findExport(context, answer.id)).state };
  }),
});
