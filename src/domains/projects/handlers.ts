import { implement } from '@orpc/server';
import type { LedgerContext } from '../../ledger/context.ts';
import { colleaguesOf } from './colleagues.ts';
import { projectsContract } from './contract.ts';
import { readFollowUps, takeBackFollowUp } from './follow-ups.ts';
import { readMentions, seeMention } from './mentions.ts';
import { readMoney } from './money.ts';
import { readPromises, sayPromise, settlePromise } from './promises.ts';
import { readQuality } from './read-quality.ts';
import type { RecordsPort } from './records-port.ts';

const api = implement(projectsContract).$context<LedgerContext>();

/** @param records what the domain of the records does for this one */
export function projectsHandlers(records: RecordsPort) {
  return api.router({
    followUps: api.followUps.handler(({ context, input }) => readFollowUps(context, input.id)),
    takeBackFollowUp: api.takeBackFollowUp.handler(({ context, input }) => takeBackFollowUp(context, records, input)),
    colleagues: api.colleagues.handler(({ context, input }) => colleaguesOf(context, input.id)),
    mentions: api.mentions.handler(({ context }) => readMentions(context)),
    seeMention: api.seeMention.handler(({ context, input }) => seeMention(context, input.id)),
    promises: api.promises.handler(({ context, input }) => readPromises(context, input.id)),
    money: api.money.handler(({ context, input }) => readMoney(context, input.id)),
    quality: api.quality.handler(({ context, input }) => readQuality(context, input.id)),
    promise: api.promise.handler(({ context, input }) => sayPromise(context, records, input)),
    settlePromise: api.settlePromise.handler(({ context, input }) => settlePromise(context, records, input)),
  });
}
