import { implement } from '@orpc/server';
import type { LedgerContext } from '../../ledger/context.ts';
import { deskContract } from './contract.ts';
import { readDesk } from './list.ts';

const api = implement(deskContract).$context<LedgerContext>();

export const deskHandlers = api.router({
  list: api.list.handler(({ input, context }) => readDesk(context, input)),
  words: api.words.handler(({ context }) => {
    const { lists } = context.ledger.mechanism.pack;
    return { evidenceOrigins: [...(lists['evidenceOrigins'] ?? [])], evidenceChecks: [...(lists['evidenceChecks'] ?? [])] };
  }),
});
