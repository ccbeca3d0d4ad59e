import { implement } from '@orpc/server';
import { sealState } from '../../base/audit-state.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loginKey } from '../accounts/login-key.ts';
import { auditContract } from './contract.ts';
import { lookAtLog, lookAtLooks } from './look.ts';
import { actionLabels } from './terms.ts';

const api = implement(auditContract).$context<LedgerContext>();

export const auditHandlers = api.router({
  log: api.log.handler(({ context, input: { login, ...query } }) => lookAtLog(context, { ...query, login: login ? loginKey(login) : undefined })),
  state: api.state.handler(async ({ context }) => {
    const { seals, lagSeconds, late } = await sealState(context.database);
    return { seals, lagSeconds, late, actions: Object.entries(actionLabels).map(([id, label]) => ({ id, label })) };
  }),
  looks: api.looks.handler(({ context, input }) => lookAtLooks(context, input.before)),
});
