import type { Queryable } from '../../base/database.ts';
import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import type { VerdictAct } from '../../ledger/statements.ts';
import type { Dossier, VerdictState } from '../../mechanism/dossier.ts';
import { unitName } from '../../mechanism/units.ts';
import { waitingStates } from '../../mechanism/waiting.ts';
import { readAround } from './around.ts';
import { type Appointed, appointedFor, type MatrixReading, ownUnits } from '../../mechanism/certification.ts';
import { milestoneLabel } from './history.ts';
import { type Matter, type Objection, objection } from './judgement.ts';
import { lastObjectors } from './store.ts';

/** One milestone of a dossier with whom the pack appoints for it. */
interface Place {
  readonly id: string;
  readonly name: string;
  readonly state: VerdictState;
  readonly appointed: Appointed | undefined;
  readonly objector: string | null | undefined;
}

/** Who may do what about a dossier, read once. */
export interface Matrix {
  readonly places: readonly Place[];
  /** Why the actor may not do it on that milestone; undefined where it may. */
  objection(act: VerdictAct, place: Place): Objection | undefined;
}

export async function readMatrix(db: Queryable, context: LedgerContext, dossier: Dossier): Promise<Matrix> {
  const { mechanism } = context.ledger;
  const [around, parameters, objectors] = await Promise.all([readAround(db, mechanism, dossier), parametersInForce(db, mechanism), lastObjectors(db, dossier.id)]);
  return matrixOf(context, dossier, { around, parameters, objectors });
}

/** The same where what it needs was read already. @param read.objectors by milestone: `lastObjectors` */
export function matrixOf(context: LedgerContext, dossier: Dossier, read: Pick<MatrixReading, 'around' | 'parameters'> & { readonly objectors: ReadonlyMap<string, string | null> }): Matrix {
  const { mechanism } = context.ledger;
  const actor = actorOf(context);
  const reading = { ...read, mechanism, today: context.clock.today() };
  const own = ownUnits(dossier);
  const known = new Map<string, Objection | undefined>();
  const matter = (act: VerdictAct, place: Place): Matter => ({ act, label: place.name, actor, own, unitName: (id) => unitName(mechanism.pack, id), ...place });
  return {
    places: Object.entries(dossier.milestones).map(([id, { state }]) => ({
      id,
      name: milestoneLabel(mechanism.vocabulary[dossier.kind]!, id),
      state,
      appointed: appointedFor(reading, dossier, id),
      objector: read.objectors.get(id),
    })),
    objection: (act, place) => {
      const key = `${act} ${place.id}`;
      if (!known.has(key)) known.set(key, objection(matter(act, place)));
      return known.get(key);
    },
  };
}

/** The milestones that an act means where none is named: all that it may be done on; but what is certified is left alone while anything waits. */
export function meant(matrix: Matrix, act: VerdictAct): readonly Place[] {
  const possible = matrix.places.filter((it) => matrix.objection(act, it) === undefined);
  if (act !== 'return' && act !== 'not-count') return possible;
  const pending = possible.filter((it) => waitingStates.includes(it.state));
  return pending.length > 0 ? pending : possible;
}

/** Of the objections on all milestones, the one that tells most: on one that waits, and that is the actor's matter at all. */
export function tellingObjection(matrix: Matrix, act: VerdictAct): Objection | undefined {
  const inOrder = [...matrix.places].sort((a, b) => Number(waitingStates.includes(b.state)) - Number(waitingStates.includes(a.state)));
  const all = inOrder.flatMap((it) => matrix.objection(act, it) ?? []);
  return all.find((it) => it.code === 'wrong-state' || it.code === 'same-person') ?? all[0];
}
