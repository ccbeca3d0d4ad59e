import type { InferContractRouterOutputs } from '@orpc/contract';
import { auditOf } from '../../base/audit-of.ts';
import { actorOf } from '../../base/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { unitName } from '../../mechanism/units.ts';
import { type LookField, lookLabels } from '../persons/terms.ts';
import type { recordsContract } from './contract.ts';
import { personIds } from './shown.ts';
import { accountNames, openDossier } from './store.ts';

/** Acts that show more of a record's person than its page does. */
const SHOWING = ['persons:look', 'persons:hand-over'];

/** Who looked at what a record keeps covered, the latest first. @throws Refusal 'not-found', 'forbidden' where it is no record of the actor's units */
export async function readLooks(context: LedgerContext, id: string): Promise<InferContractRouterOutputs<typeof recordsContract>['looks']> {
  const { database, ledger, rights } = context;
  const actor = actorOf(context);
  const dossier = await openDossier(database, rights.scope(actor, 'records:read'), id);
  if (!rights.can(actor, 'records:looks', { units: ownUnits(dossier) })) throw new Refusal('forbidden', '谁查看过个人信息，只有本单位负责人和审计人员能看。');
  const people = personIds(ledger.mechanism.vocabulary[dossier.kind]!, dossier.fields);
  const rows = (await auditOf(database, { actions: SHOWING, kind: 'person', ids: people })).filter((it) => it.detail['dossier'] === id);
  const names = await accountNames(database, rows.flatMap((it) => it.account ?? []));
  return rows.map((it) => ({
    at: it.at.toISOString(),
    who: it.account === null ? null : (names.get(it.account) ?? null),
    unit: it.unit === null ? null : { id: it.unit, name: unitName(ledger.mechanism.pack, it.unit) },
    what: it.action === 'persons:hand-over' ? '向本人提供' : `查看${lookLabels[it.detail['field'] as LookField] ?? '个人信息'}`,
    reason: typeof it.detail['reason'] === 'string' ? it.detail['reason'] : null,
  }));
}
