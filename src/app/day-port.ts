import type { RecordsPort } from '../domains/day/records-port.ts';
import { namesOf } from '../domains/persons/store.ts';
import { personIds, shownName } from '../domains/records/shown.ts';
import { sightOf } from '../domains/records/sight.ts';
import { loadDossiers } from '../ledger/dossiers.ts';

/** What the day is given of the records. */
export const dayPort: RecordsPort = {
  async shownNames(context, ids) {
    const { database, ledger: { mechanism: { vocabulary } } } = context;
    const dossiers = [...(await loadDossiers(database, [...new Set(ids)])).values()];
    const names = await namesOf(database, dossiers.flatMap((it) => personIds(vocabulary[it.kind]!, it.fields)));
    return new Map(dossiers.map((it) => [it.id, shownName(vocabulary[it.kind]!, it, sightOf(context, it, names))]));
  },
};
