import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { dayContract } from './contract.ts';
import { counted, horizonOf } from './days.ts';
import { firstReports, openDecisions, openImports } from './of-offices.ts';
import { duePromises, nextSteps, unseenMentions } from './of-projects.ts';
import { deskWaiting, returnedRecords } from './of-records.ts';
import type { RecordsPort } from './records-port.ts';
import { dayLabels } from './terms.ts';

type Today = InferContractRouterOutputs<typeof dayContract>['today'];

/** What waits for the actor, what is due first standing first; what has no day stands with what is due today. */
export async function readToday(context: LedgerContext, records: RecordsPort): Promise<Today> {
  const { rights, clock, ledger: { mechanism: { pack: { holidays } } } } = context;
  const actor = actorOf(context);
  const today = clock.today();
  const upTo = horizonOf(holidays, today);
  const found = (await Promise.all([
    deskWaiting(context),
    rights.can(actor, 'records:read') ? returnedRecords(context, rights.scope(actor, 'records:read')) : [],
    nextSteps(context, upTo), unseenMentions(context), duePromises(context, upTo),
    openDecisions(context), firstReports(context), openImports(context),
  ])).flat();
  const names = await records.shownNames(context, found.flatMap((it) => it.subject ?? []));
  const rows = found.map((it) => {
    const { key, kind, subject, title, below, since, action, path, search = {}, mention = null } = it;
    const name = subject === undefined ? undefined : names.get(subject);
    return { key, kind, label: dayLabels[kind], title: name === undefined ? title : `${name}：${title}`, below, since, ...counted(holidays, today, it), action, path, search: { ...search }, mention };
  });
  const byDay = (it: (typeof rows)[number]): string => it.due ?? today;
  return { today, rows: rows.sort((a, b) => byDay(a).localeCompare(byDay(b)) || (a.since ?? today).localeCompare(b.since ?? today) || a.key.localeCompare(b.key)) };
}
