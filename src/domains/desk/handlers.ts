import { implement } from '@orpc/server';
import type { LedgerContext } from '../../ledger/context.ts';
import { deskContract } from './contract.ts';
import { readDesk } from './list.ts';
import { askPaper, readPapers } from './papers.ts';
import { readReport } from './reports.ts';

const api = implement(deskContract).$context<LedgerContext>();

export const deskHandlers = api.router({
  list: api.list.handler(({ input, context }) => readDesk(context, input)),
  report: api.report.handler(({ input, context }) => readReport(context, input)),
  askPaper: api.askPaper.handler(({ input, context }) => askPaper(context, input)),
  papers: api.papers.handler(({ context }) => readPapers(context)),
  words: api.words.handler(({ context }) => ({ evidenceChecks: [...(context.ledger.mechanism.pack.lists['evidenceChecks'] ?? [])] })),
});
