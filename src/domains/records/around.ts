import type { Queryable } from '../../base/database.ts';
import { type Scope } from '../../base/rights.ts';
import { loadNeighbourhood } from '../../ledger/dossiers.ts';
import type { Dossier, Neighbourhood } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { reachedBy } from './store.ts';

/** What the rules, the matrix and the gates may read round a dossier; read only, so nothing is locked. */
export async function readAround(db: Queryable, mechanism: Mechanism, dossier: Dossier): Promise<Neighbourhood> {
  return loadNeighbourhood(db, mechanism, [dossier], async () => undefined);
}

/**
 * Lets `look` see the neighbourhood, with the numbers of those that a scope does not reach blotted out: an explanation
 * may say that another unit's record counts, but not which.
 */
export async function discreetly<T>(db: Queryable, scope: Scope, mechanism: Mechanism, around: Neighbourhood, look: (around: Neighbourhood) => T): Promise<T> {
  if (scope.reach === 'all' && scope.sealed) return look(around);
  const seen = new Set<string>();
  const told = look(through(around, (it) => {
    seen.add(it.id);
    return it;
  }));
  const reached = await reachedBy(db, scope, [...seen]);
  if (seen.size === reached.size) return told;
  return look(through(around, (it) => (reached.has(it.id) ? it : { ...it, number: `其他单位的${mechanism.vocabulary[it.kind]?.label ?? '记录'}` })));
}

function through(around: Neighbourhood, change: (dossier: Dossier) => Dossier): Neighbourhood {
  return {
    get: (id) => {
      const found = around.get(id);
      return found && change(found);
    },
    referring: (id, kind, role) => around.referring(id, kind, role).map(change),
  };
}
