import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import { comparableName } from '../../kernel/text.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { comparable, like } from './compared.ts';
import { type Filters, filtersSql } from './filters.ts';
import { isMasked } from './shown.ts';
import { PAGE_SIZE } from './terms.ts';
import { VEILED_FIELDS, veiledSql } from './veil.ts';

/** What is asked of a register. */
export interface RowQuery extends Filters {
  readonly q?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: string | undefined;
  readonly year?: number | undefined;
  readonly page: number;
}

/** For whom a register is read. */
export interface Reader {
  readonly scope: Scope;
  /** Where names are seen unmasked: elsewhere a search finds no more of a name than is shown. */
  readonly plain: Scope | undefined;
}

/** One page of a register's subjects in a scope, newest first, and how many there are in all. @throws Refusal 'bad-filter' */
export async function findRows(db: Queryable, mechanism: Pick<Mechanism, 'courses'>, { scope, plain }: Reader, kind: SubjectKind, query: RowQuery): Promise<{ ids: string[]; total: number }> {
  const values: unknown[] = [];
  const where = conditionsOf(mechanism, { scope, plain }, kind, query, values);
  const [{ rows: counted }, { rows }] = await Promise.all([
    db.query<{ total: string }>(`select count(*) as total from dossier d where ${where}`, values),
    db.query<{ id: string }>(`select d.subject_id as id from dossier d where ${where} order by d.subject_id desc limit ${PAGE_SIZE} offset $${values.length + 1}`, [...values, (query.page - 1) * PAGE_SIZE]),
  ]);
  return { ids: rows.map((it) => it.id), total: Number(counted[0]!.total) };
}

/** How many subjects each kind has in a scope: what an unfiltered list of it counts. */
export async function countKinds(db: Queryable, scope: Scope): Promise<Map<string, number>> {
  const values: unknown[] = [];
  const { rows } = await db.query<{ kind: string; count: string }>(`select d.kind, count(*) from dossier d where d.state <> 'withdrawn' and ${scopeSql(scope, 'd', values)} group by d.kind`, values);
  return new Map(rows.map((it) => [it.kind, Number(it.count)]));
}

/** What a query asks of the `dossier` row `d`; its values are appended. @throws Refusal 'bad-filter' */
export function conditionsOf(mechanism: Pick<Mechanism, 'courses'>, { scope, plain }: Reader, kind: SubjectKind, query: Omit<RowQuery, 'page'>, values: unknown[]): string {
  const say = (value: unknown): string => `$${values.push(value)}`;
  const where = [`d.kind = ${say(kind.kind)}`, scopeSql(scope, 'd', values)];
  where.push(query.state ? `d.state = ${say(query.state)}` : "d.state <> 'withdrawn'");
  if (query.unit) {
    const unit = say(query.unit);
    where.push(`(d.unit = ${unit} or exists (select from credited u where u.subject_id = d.subject_id and u.unit = ${unit}))`);
  }
  if (query.year !== undefined) {
    where.push(`exists (select from jsonb_each(d.body -> 'milestones') m where m.value ->> 'day' between ${say(`${query.year}-01-01`)} and ${say(`${query.year}-12-31`)})`);
  }
  where.push(...filtersSql(mechanism, kind, query, say));
  if (VEILED_FIELDS.some((it) => query.fields?.[it] !== undefined)) where.push(`not ${veiledSql(scope.units, values)}`);
  const q = comparableName(query.q ?? '').toLowerCase();
  if (q !== '') where.push(searchSql(kind, { scope, plain }, say(like(q)), say, values));
  return where.join(' and ');
}

/** Number and texts as they are compared, and names of persons as far as they are shown. */
function searchSql(kind: SubjectKind, { scope, plain }: Reader, pattern: string, say: (value: unknown) => string, values: unknown[]): string {
  const fields = Object.entries(kind.fields);
  const texts = fields.filter(([, it]) => it.type === 'text' && !it.personal).map(([id]) => id);
  // What is known by its code name alone is not found by anything that it stands for.
  const veiled = kind.fields['codeName'] ? veiledSql(scope.units, values) : 'false';
  const found = [`${comparable('d.number')} like ${pattern}`, `exists (select from unnest(${say(texts)}::text[]) t where ${comparable("d.body -> 'fields' ->> t")} like ${pattern} and (t <> all(${say(VEILED_FIELDS)}::text[]) or not ${veiled}))`];
  for (const [id, field] of fields.filter(([, it]) => it.type === 'person')) {
    const name = isMasked(field) ? `case when ${plain ? scopeSql(plain, 'd', values) : 'false'} then p.name else left(p.name, 1) || '*' end` : 'p.name';
    found.push(`exists (select from person p where p.id = (d.body -> 'fields' ->> ${say(id)})::uuid and p.erased_at is null and ${comparable(name)} like ${pattern} and not ${veiled})`);
  }
  return `(${found.join(' or ')})`;
}
