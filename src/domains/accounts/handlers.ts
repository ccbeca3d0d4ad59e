import { implement } from '@orpc/server';
import { sessionOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { standingUnits } from '../../ledger/units.ts';
import { activate } from './activation.ts';
import { accountsContract } from './contract.ts';
import { enterDemo } from './demo.ts';
import { linkAccount, unlinkAccount } from './links.ts';
import { logIn } from './log-in.ts';
import { grantRole, readGrants, takeRole } from './grants.ts';
import { createAccount, disable, renewCode, reopen } from './manage.ts';
import { endMyOtherSessions, readMe } from './me.ts';
import { beginTotp, clearFactors, confirmTotp, removePasskey } from './own-factors.ts';
import { changePassword } from './own-password.ts';
import { addPasskey, enrolOptions, signInByPasskey, signInOptions } from './passkeys.ts';
import { chooseProfile, readProfiles } from './profile.ts';
import { prove } from './second-factor.ts';
import { endSession } from './sessions.ts';
import { setUp } from './setup.ts';
import { listAccounts, listDemoAccounts } from './store.ts';
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
    const { account, unit } = sessionOf(context);
    await write(context.database, { id: context.request, account, body: ['logout'] }, async (tx) => {
      await endSession(tx, context.token);
      return { answer: DONE, audit: [{ unit, action: 'sessions:end', objectKind: 'account', objectId: account }] };
    });
    context.setSession(null);
    return DONE;
  }),
  setUp: api.setUp.handler(({ input, context }) => setUp(context, input)),
  activate: api.activate.handler(async ({ input, context }) => {
    await activate(context, input);
    return DONE;
  }),
  passkeyOptions: api.passkeyOptions.handler(async ({ context }) => ({ ...(await signInOptions(context)) })),
  passkeyLogin: api.passkeyLogin.handler(async ({ input, context }) => {
    await signInByPasskey(context, input.passkey);
    return DONE;
  }),
  prove: api.prove.handler(async ({ input, context }) => {
    await prove(context, input);
    return DONE;
  }),
  me: api.me.handler(({ context }) => readMe(context)),
  changePassword: api.changePassword.handler(async ({ input, context }) => {
    await changePassword(context, input);
    return DONE;
  }),
  beginTotp: api.beginTotp.handler(({ context }) => beginTotp(context)),
  confirmTotp: api.confirmTotp.handler(async ({ input, context }) => {
    await confirmTotp(context, input.code);
    return DONE;
  }),
  newPasskeyOptions: api.newPasskeyOptions.handler(async ({ context }) => ({ ...(await enrolOptions(context)) })),
  addPasskey: api.addPasskey.handler(async ({ input, context }) => {
    await addPasskey(context, input);
    return DONE;
  }),
  removePasskey: api.removePasskey.handler(async ({ input, context }) => {
    await removePasskey(context, input.id);
    return DONE;
  }),
  endOtherSessions: api.endOtherSessions.handler(({ context }) => endMyOtherSessions(context)),
  demoAccounts: api.demoAccounts.handler(async ({ context: { database, ledger, demo } }) => (demo ? accountViews(database, ledger.mechanism.pack, await listDemoAccounts(database)) : [])),
  enterDemo: api.enterDemo.handler(async ({ input, context }) => {
    await enterDemo(context, input.account);
    return DONE;
  }),
  list: api.list.handler(async ({ context: { database, ledger, demo } }) => accountViews(database, ledger.mechanism.pack, await listAccounts(database, demo))),
  create: api.create.handler(({ input, context }) => createAccount(context, input)),
  renewCode: api.renewCode.handler(({ input, context }) => renewCode(context, input.id)),
  reopen: api.reopen.handler(({ input, context }) => reopen(context, input.id)),
  link: api.link.handler(async ({ input, context }) => {
    await linkAccount(context, input.id, input.subject);
    return DONE;
  }),
  unlink: api.unlink.handler(({ input, context }) => unlinkAccount(context, input.id)),
  disable: api.disable.handler(async ({ input, context }) => {
    await disable(context, input.id);
    return DONE;
  }),
  grants: api.grants.handler(({ input, context }) => readGrants(context, input)),
  grantees: api.grantees.handler(async ({ context: { database, ledger, demo } }) => accountViews(database, ledger.mechanism.pack, await listAccounts(database, demo))),
  grant: api.grant.handler(async ({ input: { account, ...content }, context }) => {
    await grantRole(context, account, content);
    return DONE;
  }),
  takeRole: api.takeRole.handler(async ({ input, context }) => {
    await takeRole(context, input.account);
    return DONE;
  }),
  clearFactors: api.clearFactors.handler(async ({ input, context }) => {
    await clearFactors(context, input.account);
    return DONE;
  }),
  profiles: api.profiles.handler(({ context }) => readProfiles(context.database)),
  chooseProfile: api.chooseProfile.handler(async ({ input, context }) => {
    await chooseProfile(context, input);
    return DONE;
  }),
  units: api.units.handler(async ({ context: { database, ledger, clock } }) => (await standingUnits(database, ledger.mechanism.pack, clock.today())).map(({ id, name, kind }) => ({ id, name, kind }))),
});
