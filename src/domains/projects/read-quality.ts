import type { InferContractRouterOutputs } from '@orpc/contract';
import type { LedgerContext } from '../../ledger/context.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import { scoreQuality } from '../../mechanism/quality.ts';
import type { projectsContract } from './contract.ts';
import { openRecord } from './open-record.ts';

type Quality = InferContractRouterOutputs<typeof projectsContract>['quality'];

/** How good a project is by the pack's indicators, under today's weights (s3.3); null where it is not judged so. @throws Refusal 'not-found' */
export async function readQuality(context: LedgerContext, id: string): Promise<Quality> {
  const { database, clock, ledger: { mechanism } } = context;
  const { pack } = mechanism;
  const dossier = await openRecord(database, context, 'records:read', id);
  const found = pack.quality && scoreQuality(pack.quality, await parametersInForce(database, mechanism), dossier, clock.today());
  if (!pack.quality || !found) return null;
  const { title, place } = pack.clauses.find((it) => it.id === pack.quality!.clause)!;
  return {
    ...found,
    label: pack.quality.label,
    clause: { id: pack.quality.clause, title, place },
    missing: [...found.missing],
    indicators: found.indicators.map(({ id: indicator, label, value, points, weight, decided, source }) => ({ id: indicator, label, value, points, weight, decided, source })),
  };
}
