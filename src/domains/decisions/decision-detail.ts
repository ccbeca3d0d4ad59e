import type { Queryable } from '../../base/database.ts';
import { actorOf } from '../../base/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import { standingUnits } from '../../ledger/units.ts';
import { flow, type Proposal, refusalOf } from './flow.ts';
import { previewView, type Since, sincePreview } from './preview-view.ts';
import { decisionView, inForceView, questionView } from './question-views.ts';
import { loadDecisions, loadPreview, type StoredDecision } from './store.ts';
import type { DetailView } from './views.ts';

/** One decision, open: its question, what holds without it, what it would change, and what the actor may do. @throws Refusal 'not-found' */
export async function readDecision(context: LedgerContext, id: string): Promise<DetailView> {
  const { database, ledger, clock, rights } = context;
  const { mechanism } = ledger;
  const actor = actorOf(context);
  const row = await findDecision(database, id);
  const declared = mechanism.pack.parameters.find((it) => it.id === row.parameter);
  if (!declared) throw new Refusal('not-found', '这项决定所定的口径已不在现行机制里，请从口径决定的列表查看其他各项。');
  const parameters = await parametersInForce(database, mechanism);
  const preview = await loadPreview(database, id);
  const since = preview && (await sincePreview(database, preview));
  const proposal = proposalOf(row, since);
  return {
    decision: decisionView(mechanism, declared, row),
    question: questionView(mechanism, parameters, declared, clock.today(), await standingUnits(database, mechanism.pack, clock.today())),
    instead: inForceView(mechanism, parameters, declared, row.from ?? clock.today()),
    working: { state: row.preview_state, done: row.preview_done, total: row.preview_total, error: row.preview_error },
    preview: preview && since && (await previewView(database, ledger, preview, row.previewed_at!, since, rights.reach(actor, 'awards:read') === 'none' ? undefined : rights.scope(actor, 'awards:read'))),
    acts: row.state === 'proposed' ? flow.filter((it) => rights.can(actor, it.right)).map(({ act }) => ({ act, why: refusalOf(act, proposal, actor.account)?.message ?? null })) : [],
  };
}

/** @throws Refusal 'not-found' */
export async function findDecision(db: Queryable, id: string): Promise<StoredDecision> {
  const [found] = await loadDecisions(db, id);
  if (!found) throw new Refusal('not-found', '没有找到这项决定，请从口径决定的列表重新进入。');
  return found;
}

/** A decision as its steps look at it. @param since what came since its preview; null where it has none */
export function proposalOf({ state, proposer, preview_state: working }: StoredDecision, since: Since | null): Proposal {
  if (working === 'waiting' || working === 'running') return { state, proposer, preview: 'under-way' };
  if (working !== 'done' || !since) return { state, proposer, preview: 'failed' };
  return { state, proposer, preview: since.rulesSince ? 'outdated' : 'there' };
}
