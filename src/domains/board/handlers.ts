import { implement } from '@orpc/server';
import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { parseWindow } from '../../kernel/window.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { freeze, listFreezes } from '../../ledger/freeze.ts';
import { derivationState } from '../../ledger/revision.ts';
import { mergeUnits } from '../../ledger/units.ts';
import { readAdjustmentViews } from './adjustment-views.ts';
import { readTasks } from './board.ts';
import { boardContract } from './contract.ts';
import { readFigureDetail } from './figure-detail.ts';
import { freezeView, readFrozenBoard } from './freeze-views.ts';
import { countOpenQuestions } from './in-force.ts';
import { boardSummary } from './reason.ts';
import { readThirtyPercent } from './thirty.ts';

const api = implement(boardContract).$context<LedgerContext>();

export const boardHandlers = api.router({
  board: api.board.handler(async ({ input, context: { database, ledger, clock } }) => {
    const today = clock.today();
    const tasks = await readTasks(database, ledger, input.year, today);
    return {
      year: input.year,
      today,
      deriving: await derivationState(database),
      tasks,
      summary: boardSummary(tasks.map((it) => it.light)),
      openDecisions: await countOpenQuestions(database, ledger, today),
      freezes: (await listFreezes(database)).filter((it) => it.from.startsWith(String(input.year))).map(freezeView),
      adjustments: await readAdjustmentViews(database, ledger, 'certified', input.year),
    };
  }),
  figure: api.figure.handler(({ input, context }) => readFigureDetail(context, input)),
  thirtyPercent: api.thirtyPercent.handler(({ input, context: { database, ledger, clock } }) => readThirtyPercent(database, ledger, input.year, clock.today())),
  freezes: api.freezes.handler(async ({ context }) => (await listFreezes(context.database)).map(freezeView)),
  freeze: api.freeze.handler(({ input, context }) => {
    const window = parseWindow(input.window);
    if (!window) throw new Refusal('bad-window', `“${input.window}”不是可以封账的时段，请写成 2021-03 或 2021H1。`);
    const actor = actorOf(context);
    return write(context.database, { id: context.request, account: actor.account, body: ['freeze', input] }, async (tx) => {
      const author = { unit: actor.unit, account: actor.account, request: context.request, today: context.clock.today() };
      const made = await freeze(tx, context.ledger, author, window, input.document);
      return { answer: freezeView(made), audit: [{ unit: actor.unit, action: 'freezes:make', objectKind: 'freeze', objectId: made.id, detail: { window: window.name } }] };
    });
  }),
  frozenBoard: api.frozenBoard.handler(({ input, context: { database, ledger, clock } }) => readFrozenBoard(database, ledger, input.id, clock.today())),
  mergeUnits: api.mergeUnits.handler(({ input, context }) => {
    const actor = actorOf(context);
    return write(context.database, { id: context.request, account: actor.account, body: ['mergeUnits', input] }, async (tx) => {
      const author = { unit: actor.unit, account: actor.account, request: context.request, today: context.clock.today() };
      await mergeUnits(tx, context.ledger, author, input);
      return { answer: { done: true as const }, audit: [{ unit: actor.unit, action: 'units:merge', objectKind: 'unit', objectId: input.unit, detail: { into: input.into, day: input.day } }] };
    });
  }),
});
