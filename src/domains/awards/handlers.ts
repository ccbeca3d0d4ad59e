import { implement } from '@orpc/server';
import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { rangeInChinese } from '../../mechanism/amount.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import { awardsContract } from './contract.ts';
import { readCases } from './store.ts';

const api = implement(awardsContract).$context<LedgerContext>();

export const awardsHandlers = api.router({
  due: api.due.handler(async ({ input, context }) => {
    const { mechanism } = context.ledger;
    const { cases, hidden } = await readCases(context.database, mechanism.vocabulary, context.rights.scope(actorOf(context), 'awards:read'), input.year);
    return mechanism.awards.map(({ format, sentence }) => {
      const own = cases.filter((it) => it.award === format.id);
      const sure = own.filter((it) => it.outcome === 'yes' && it.range);
      const total = { min: sure.reduce((sum, it) => sum + it.range!.min, 0n), max: sure.reduce((sum, it) => sum + it.range!.max, 0n) };
      return {
        id: format.id,
        label: format.label,
        payee: format.payee,
        discretionary: format.discretionary ?? false,
        sentence,
        clauses: clauseRefs(mechanism.pack, format.clauses),
        cases: own.map((it) => ({
          case: it.case,
          subject: it.subject,
          day: it.day,
          outcome: it.outcome,
          minFen: it.range ? String(it.range.min) : null,
          maxFen: it.range ? String(it.range.max) : null,
          amount: it.range ? rangeInChinese(it.range) : null,
          missing: it.missing,
          working: it.working,
        })),
        hidden: hidden.get(format.id) ?? 0,
        total: { minFen: String(total.min), maxFen: String(total.max), text: rangeInChinese(total) },
      };
    });
  }),
});
