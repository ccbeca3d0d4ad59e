import type { Known } from './from-schema.ts';
import type { Attacked } from './world.ts';

/** Which table an address's `{id}` names, by its first word. */
const TABLES: Record<string, string> = { dossiers: 'select subject_id::text as value from dossier', evidence: 'select id::text as value from evidence', imports: 'select id::text as value from import', freezes: 'select id::text as value from freeze', decisions: 'select id::text as value from decision', persons: 'select id::text as value from person', accounts: "select id::text as value from account where login like 'victim%'" };

/** Ids and words of what the platform holds, by the name of a parameter or field and the address that asks for it. */
export async function knownOf(attacked: Attacked): Promise<(path: string) => Known> {
  const { pack, vocabulary } = attacked.platform.ledger.mechanism;
  const ids = new Map<string, string[]>();
  for (const [word, sql] of Object.entries(TABLES)) ids.set(word, await attacked.column(sql).catch(() => []));
  const units = pack.units.map((it) => it.id);
  const kinds = Object.keys(vocabulary);
  const milestones = Object.values(vocabulary).flatMap((it) => Object.keys(it.milestones));
  const fixed: Record<string, readonly string[]> = {
    kind: kinds, unit: units, into: units, also: units, owner: [...units, 'city'], measure: pack.measures.map((it) => it.id), window: ['2022', '2022H1', '2022Q3', '2022-05', '2021-12'],
    milestones: ['entry', ...milestones], milestone: ['entry', ...milestones], fields: Object.values(vocabulary).flatMap((it) => Object.keys(it.fields)), year: ['2022'], version: [], parameter: pack.parameters.map((it) => it.id),
    state: ['declared', 'certified'], account: ids.get('accounts')!, subject: ids.get('dossiers')!,
  };
  const all = [...ids.values()].flat();
  return (path) => (name) => (name === 'id' ? (ids.get(path.split('/')[1]!) ?? all) : Object.hasOwn(fixed, name) ? fixed[name]! : []);
}
