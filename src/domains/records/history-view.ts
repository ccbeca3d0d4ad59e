import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import type { Act } from './acts.ts';
import { tellHistory } from './history.ts';
import type { Sight } from './shown.ts';
import { accountNames, subjectsOf } from './store.ts';
import { SEALED_LABEL } from './terms.ts';
import type { DossierView } from './views.ts';

/** The history of a record as pages show it, the earliest first. */
export async function readHistory({ database, ledger, rights, actor }: LedgerContext, kind: SubjectKind, sight: Sight, acts: readonly Act[]): Promise<DossierView['history']> {
  const { pack } = ledger.mechanism;
  const [who, numbers] = await Promise.all([
    accountNames(database, acts.flatMap((it) => it.account ?? [])),
    subjectsOf(database, rights.scope(actorOf({ actor }), 'records:read'), acts.flatMap((it) => (it.type === 'fact' ? Object.values(it.fact.content.references ?? {}) : []))),
  ]);
  const telling = { kind, sight, unitName: (id: string) => unitName(pack, id), numberOf: (id: string) => numbers.get(id)?.number ?? SEALED_LABEL };
  return tellHistory(telling, acts).map(({ act, what, detail }) => ({
    at: act.at.toISOString(),
    day: act.type === 'fact' ? act.fact.day : act.type === 'verdict' ? act.day : null,
    what,
    detail,
    unit: { id: act.unit, name: unitName(pack, act.unit) },
    who: (act.account && who.get(act.account)) || null,
    // What was written in passing may tell who stands behind a code name.
    reason: act.type === 'evidence' || sight.veiled ? null : act.reason,
    document: act.type === 'verdict' ? act.document : null,
    takenOver: act.type === 'verdict' && act.takenOver,
    origin: sight.veiled ? null : originText(act),
  }));
}

/** `《register-sample.xlsx》项目台账第45行` */
export function originText(act: Act | undefined): string | null {
  if (act?.type !== 'fact' || act.origin === null) return null;
  const { name, sheet, row } = act.origin;
  return `《${name}》${sheet}第${row}行`;
}
