import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { clauseRef, dayText, fenText, yearNumber } from '../../kernel/wire.ts';
import { explained } from '../records/contract.ts';

const awardCase = z.object({
  case: z.string(),
  subject: z.object({ id: z.string(), number: z.string(), name: z.string() }).nullable(),
  day: dayText,
  outcome: z.enum(['yes', 'no', 'unknown']),
  minFen: fenText.nullable(),
  maxFen: fenText.nullable(),
  /** `20万元`, or `1万元至10万元`; null for a no. */
  amount: z.string().nullable(),
  missing: z.array(z.string()),
  working: explained,
});

export const awardsContract = {
  due: endpoint.meta({ right: 'awards:read' }).route({ method: 'GET', path: '/awards', tags: ['awards'] }).input(z.object({ year: yearNumber }))
    .output(z.array(z.object({ id: z.string(), label: z.string(), payee: z.string(), discretionary: z.boolean(), sentence: z.string(), clauses: z.array(clauseRef), cases: z.array(awardCase), hidden: z.number(), total: z.object({ minFen: fenText, maxFen: fenText, text: z.string() }) }))),
};
