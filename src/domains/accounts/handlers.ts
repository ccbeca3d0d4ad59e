import { implement } from '@orpc/server';
import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { accountsContract } from './contract.ts';
import { enterDemo } from './demo.ts';
import { logIn } from './log-in.ts';
import { createAccount, disable } from './manage.ts';
import { endSession } from './sessions.ts';
import { setUp } from './setup.ts';
import { listAccounts, listDemoAccounts } from './store.ts';
import { standingUnits } from './units.ts';
import { accountViews, readSession } from './views.ts';

const api = implement(accountsContract).$context<LedgerContext>();
const DONE = { done: true as const };

export const accountsHandlers = api.router({
  session: api.session.handler(({ context }) => readSession(context)),
  login: api.login.handler(async ({ input, context }) => {
    await logIn(context, input);
    return DONE;
  }),
  logout: api.logout.handler(async ({ context }) => {
    const { account, unit } = actorOf(context);
    await write(context.database, { id: context.request, account, body: ['logout'] }, async (tx) => {
      await endSession(tx, context.token);
      return { answer: DONE, audit: [{ unit, action: 'sessions:end', objectKind: 'account', objectId: account }] };
    });
    context.setSession(null);
    return DONE;
  }),
  setUp: api.setUp.handler(async ({ input, context }) => {
    await setUp(context, input);
    return DONE;
  }),
  demoAccounts: api.demoAccounts.handler(async ({ context: { database, ledger, demo } }) => (demo ? accountViews(database, ledger.mechanism.pack, await listDemoAccounts(database)) : [])),
  enterDemo: api.enterDemo.handler(async ({ input, context }) => {
    await enterDemo(context, input.account);
    return DONE;
  }),
  list: api.list.handler(async ({ context: { database, ledger, demo } }) => accountViews(database, ledger.mechanism.pack, await listAccounts(database, demo))),
  create: api.create.handler(({ input, context }) => createAccount(context, input)),
  disable: api.disable.handler(async ({ input, context }) => {
    await disable(context, input.id);
    return DONE;
  }),
  units: api.units.handler(async ({ context: { database, ledger, clock } }) => (await standingUnits(database, ledger.mechanism.pack, clock.today())).map(({ id, name, kind }) => ({ id, name, kind }))),
});
