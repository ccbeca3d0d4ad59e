import { implement } from '@orpc/server';
import type { LedgerContext } from '../../ledger/context.ts';
import { keepCard, readCard } from './card.ts';
import { personsContract } from './contract.ts';
import { erase, proposeErasure, refuseErasure } from './erase.ts';
import { handOver } from './hand-over.ts';
import { look } from './look.ts';
import { listRequests } from './requests.ts';

const api = implement(personsContract).$context<LedgerContext>();

export const personsHandlers = api.router({
  card: api.card.handler(({ context, input }) => readCard(context, input.id)),
  look: api.look.handler(({ context, input }) => look(context, input)),
  keep: api.keep.handler(({ context, input: { id, ...said } }) => keepCard(context, id, said)),
  handOver: api.handOver.handler(({ context, input }) => handOver(context, input)),
  proposeErasure: api.proposeErasure.handler(({ context, input }) => proposeErasure(context, input)),
  requests: api.requests.handler(({ context }) => listRequests(context)),
  erase: api.erase.handler(({ context, input }) => erase(context, input.id)),
  refuse: api.refuse.handler(({ context, input }) => refuseErasure(context, input)),
});
