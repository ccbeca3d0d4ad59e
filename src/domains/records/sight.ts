import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { type Names, shownName, type Sight } from './shown.ts';
import { isVeiled } from './veil.ts';

/** What the actor sees of a dossier: names in full only where it may write the record, and a lead under a code name by that alone. */
export function sightOf(context: Pick<LedgerContext, 'actor' | 'rights'>, dossier: Dossier, names: Names): Sight {
  const actor = actorOf(context);
  return { names, plain: context.rights.can(actor, 'records:write', { units: ownUnits(dossier) }), veiled: isVeiled(dossier, actor.units) };
}

/** A subject as pages name and link it. */
export function refOf(kind: SubjectKind, dossier: Pick<Dossier, 'id' | 'number' | 'fields'>, sight: Sight): { id: string; kind: string; kindLabel: string; number: string; name: string } {
  return { id: dossier.id, kind: kind.kind, kindLabel: kind.label, number: dossier.number, name: shownName(kind, dossier, sight) };
}
