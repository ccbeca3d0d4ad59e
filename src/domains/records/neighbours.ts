import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import { namesOf } from '../persons/store.ts';
import { personIds } from './shown.ts';
import { refOf, sightOf } from './sight.ts';
import { reachedBy, referringTo, subjectsOf } from './store.ts';
import type { DossierView } from './views.ts';

/** What it refers to, and, in the actor's scope, what refers to it. */
export async function neighboursOf(context: LedgerContext, dossier: Dossier): Promise<Pick<DossierView, 'references' | 'referredBy'>> {
  const { database, ledger, rights } = context;
  const { vocabulary } = ledger.mechanism;
  const scope = rights.scope(actorOf(context), 'records:read');
  const to = Object.entries(dossier.references);
  const [from, open, numbers] = await Promise.all([
    referringTo(database, scope, dossier.id),
    reachedBy(database, scope, to.map(([, id]) => id)),
    subjectsOf(database, scope, to.map(([, id]) => id)),
  ]);
  const dossiers = await loadDossiers(database, [...open, ...from.map((it) => it.id)]);
  const names = await namesOf(database, [...dossiers.values()].flatMap((it) => personIds(vocabulary[it.kind]!, it.fields)));
  const refOfId = (id: string): DossierView['references'][number]['subject'] | undefined => {
    const found = dossiers.get(id);
    return found && refOf(vocabulary[found.kind]!, found, sightOf(context, found, names));
  };
  return {
    references: to.flatMap(([role, id]) => {
      const reference = vocabulary[dossier.kind]!.references[role];
      const named = numbers.get(id);
      return reference && named ? [{ role, label: reference.label, subject: refOfId(id) ?? { id, ...named, kindLabel: vocabulary[named.kind]!.label, name: named.number }, open: open.has(id) }] : [];
    }),
    referredBy: from.flatMap(({ id, kind, role }) => {
      const subject = refOfId(id);
      return subject ? [{ label: `${vocabulary[kind]!.label}（${vocabulary[kind]!.references[role]?.label ?? role}）`, subject }] : [];
    }),
  };
}
