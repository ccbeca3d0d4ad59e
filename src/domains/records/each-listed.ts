import type { Actor, Rights } from '../../base/rights.ts';
import type { Database } from '../../base/database.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { loadDossiers, type StoredDossier } from '../../ledger/dossiers.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Credit, Value } from '../../mechanism/dossier.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { namesOf } from '../persons/store.ts';
import { conditionsOf, type RowQuery } from './find-rows.ts';
import { personIds, shownField } from './shown.ts';
import { sightOf } from './sight.ts';
import { subjectsOf } from './store.ts';
import { SEALED_LABEL } from './terms.ts';
import { veiledSql } from './veil.ts';

/** For whom, and where. */
interface ListReader {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly rights: Rights;
  readonly actor: Actor;
}

/** A record as its list shows it: persons by name or mask, references by number. */
interface ListedRow {
  readonly number: string;
  readonly unit: string;
  readonly state: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly references: Readonly<Record<string, string>>;
  readonly credits: readonly Credit[];
  readonly milestones: Readonly<Record<string, string>>;
}

const CHUNK = 1_000;

/**
 * All that a register's page would list to an actor, page after page, the newest first; read while it is asked for.
 * @throws Refusal 'not-found' where the city keeps none of that kind, 'bad-filter'
 */
export async function readListed(reader: ListReader, query: Omit<RowQuery, 'page'> & { kind: string }): Promise<{ total: number; rows(): AsyncGenerator<ListedRow[]> }> {
  const { database, ledger: { mechanism }, rights, actor } = reader;
  const kind = mechanism.vocabulary[query.kind];
  if (!kind || !mechanism.pack.registers.some((it) => it.subject === query.kind)) throw new Refusal('not-found', '没有这一类台账，请从台账列表中选择。');
  const scope = rights.scope(actor, 'records:read');
  const plain = rights.reach(actor, 'records:write') === 'none' ? undefined : rights.scope(actor, 'records:write');
  const values: unknown[] = [];
  // A file goes on without us: what is known to its reader by a code name alone is not in it.
  const where = `${conditionsOf(mechanism, { scope, plain }, kind, query, values)} and not ${veiledSql(scope.units, values)}`;
  const { rows } = await database.query<{ id: string }>(`select d.subject_id as id from dossier d where ${where} order by d.subject_id desc`, values);
  async function* chunks(): AsyncGenerator<ListedRow[]> {
    for (let at = 0; at < rows.length; at += CHUNK) {
      const ids = rows.slice(at, at + CHUNK).map((it) => it.id);
      const dossiers = await loadDossiers(database, ids);
      const [names, numbers] = await Promise.all([
        namesOf(database, [...dossiers.values()].flatMap((it) => personIds(kind!, it.fields))),
        subjectsOf(database, scope, [...dossiers.values()].flatMap((it) => Object.values(it.references))),
      ]);
      yield ids.flatMap((id) => {
        const dossier = dossiers.get(id);
        return dossier ? [listed(kind!, dossier, sightOf(reader, dossier, names), (to) => numbers.get(to)?.number ?? SEALED_LABEL)] : [];
      });
    }
  }
  return { total: rows.length, rows: chunks };
}

function listed(kind: SubjectKind, dossier: StoredDossier, sight: ReturnType<typeof sightOf>, numberOf: (id: string) => string): ListedRow {
  const fields = Object.entries(dossier.fields).map(([id, value]) => [id, kind.fields[id]?.type === 'person' ? (shownField(kind, dossier.fields, id, sight) ?? '') : value] as const);
  return {
    number: dossier.number,
    unit: dossier.unit,
    state: dossier.milestones['entry']?.state ?? 'withdrawn',
    fields: Object.fromEntries(fields),
    references: Object.fromEntries(Object.entries(dossier.references).map(([role, id]) => [role, numberOf(id)])),
    credits: dossier.credits.find((it) => it.from === null)?.parts ?? [],
    milestones: Object.fromEntries(Object.entries(dossier.milestones).flatMap(([id, it]) => (it.day === null ? [] : [[id, it.day] as const]))),
  };
}
