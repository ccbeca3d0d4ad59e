import { implement } from '@orpc/server';
import { sealState } from '../../base/audit-state.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { auditContract } from './contract.ts';
import { lookAtLog, lookAtLooks } from './look.ts';
import { readPeople } from './store.ts';
import { actionLabels } from './terms.ts';

const api = implement(auditContract).$context<LedgerContext>();

export const auditHandlers = api.router({
  log: api.log.handler(({ context, input }) => lookAtLog(context, input)),
  state: api.state.handler(async ({ context }) => {
    const { seals, lagSeconds, late } = await sealState(context.database);
    const people = (await readPeople(context.database)).map(({ id, login, name }) => ({ id, label: `${name ?? '已删除的个人'}（${login}）` }));
    return { seals, lagSeconds, late, actions: byLabel(Object.entries(actionLabels).map(([id, label]) => ({ id, label }))), people: byLabel(people) };
  }),
  looks: api.looks.handler(({ context, input }) => lookAtLooks(context, input.before)),
});

const byLabel = (choices: { id: string; label: string }[]): { id: string; label: string }[] => choices.sort((a, b) => a.label.localeCompare(b.label, 'zh-Hans'));
