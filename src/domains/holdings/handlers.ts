import { implement } from '@orpc/server';
import type { LedgerContext } from '../../ledger/context.ts';
import { readCases } from './cases.ts';
import { checkFirstReport } from './check.ts';
import { holdingsContract } from './contract.ts';
import { decideExplanation, explainCheck } from './explain.ts';
import { answerOffer, offerHolding } from './offers.ts';
import { handOver, readOfficers } from './officers.ts';
import { readReceipt } from './receipts.ts';
import { releaseHolding } from './release.ts';
import { readState } from './state.ts';

const api = implement(holdingsContract).$context<LedgerContext>();

export const holdingsHandlers = api.router({
  state: api.state.handler(({ context }) => readState(context)),
  check: api.check.handler(({ context, input }) => checkFirstReport(context, input)),
  receipt: api.receipt.handler(({ context, input }) => readReceipt(context, input.id)),
  explain: api.explain.handler(({ context, input }) => explainCheck(context, input)),
  cases: api.cases.handler(({ context }) => readCases(context)),
  decide: api.decide.handler(({ context, input }) => decideExplanation(context, input)),
  release: api.release.handler(({ context, input }) => releaseHolding(context, input)),
  offer: api.offer.handler(({ context, input }) => offerHolding(context, input)),
  officers: api.officers.handler(({ context }) => readOfficers(context)),
  handOver: api.handOver.handler(({ context, input }) => handOver(context, input)),
  answer: api.answer.handler(({ context, input }) => answerOffer(context, input)),
});
