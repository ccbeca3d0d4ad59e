import { implement } from '@orpc/server';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsContract } from './contract.ts';
import { advanceDossier } from './advance.ts';
import { readBoard } from './board.ts';
import { giveVerdicts, previewBatch } from './batch.ts';
import { correctDossier } from './correct.ts';
import { readDetail } from './detail.ts';
import { enterRecord } from './enter.ts';
import { checkEvidence } from './evidence-check.ts';
import { readForm } from './form.ts';
import { readLooks } from './looks.ts';
import { sayProgress } from './progress.ts';
import { readKinds, readRegister, refuseNamesInAddress } from './registers.ts';
import { readTrace } from './trace.ts';
import { confirmSiteCheck } from './site-check.ts';
import { transferCredits } from './transfer.ts';
import { giveVerdict } from './verdict.ts';
import { withdrawRecord } from './withdraw.ts';
import { endShare, liftSeal, sealRecord, shareRecord } from './visibility.ts';

const api = implement(recordsContract).$context<LedgerContext>();

export const recordsHandlers = api.router({
  kinds: api.kinds.handler(({ context }) => readKinds(context)),
  list: api.list.handler(({ context, input }) => {
    if (input.q) refuseNamesInAddress(context, input.kind);
    return readRegister(context, input);
  }),
  search: api.search.handler(({ context, input }) => readRegister(context, input)),
  board: api.board.handler(({ context, input }) => readBoard(context, input)),
  form: api.form.handler(({ context, input }) => readForm(context, input.kind)),
  looks: api.looks.handler(({ context, input }) => readLooks(context, input.id)),
  dossier: api.dossier.handler(({ context, input }) => readDetail(context, input.id)),
  trace: api.trace.handler(({ context, input }) => readTrace(context, input.id)),
  giveVerdict: api.giveVerdict.handler(({ context, input }) => giveVerdict(context, input)),
  previewVerdicts: api.previewVerdicts.handler(({ context, input }) => previewBatch(context, input)),
  giveVerdicts: api.giveVerdicts.handler(({ context, input }) => giveVerdicts(context, input)),
  confirmSiteCheck: api.confirmSiteCheck.handler(({ context, input }) => confirmSiteCheck(context, input)),
  checkEvidence: api.checkEvidence.handler(({ context, input }) => checkEvidence(context, input)),
  transfer: api.transfer.handler(({ context, input }) => transferCredits(context, input)),
  correct: api.correct.handler(({ context, input }) => correctDossier(context, input)),
  enter: api.enter.handler(({ context, input }) => enterRecord(context, input)),
  advance: api.advance.handler(({ context, input }) => advanceDossier(context, input)),
  progress: api.progress.handler(({ context, input }) => sayProgress(context, input)),
  withdraw: api.withdraw.handler(({ context, input }) => withdrawRecord(context, input)),
  share: api.share.handler(({ context, input }) => shareRecord(context, input)),
  endShare: api.endShare.handler(({ context, input }) => endShare(context, input)),
  seal: api.seal.handler(({ context, input }) => sealRecord(context, input)),
  liftSeal: api.liftSeal.handler(({ context, input }) => liftSeal(context, input)),
});
