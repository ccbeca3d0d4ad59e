import type { Database } from '../../src/base/database.ts';

/** Defaults that are never the same twice. */
const FRESH = "pg_get_expr(d.adbin, d.adrelid) ~ 'uuidv7|gen_random_uuid|clock_timestamp|now\\(\\)'";

/** Columns by table that were there before, with their rows. */
export type Before = readonly { readonly name: string; readonly columns: readonly string[] }[];

/**
 * Everything of a database's schema, and every row: what two databases that came to the same state by two ways must agree in.
 * Left out are the moments at which migrations were applied, and, of what was not there before, columns that are made up for
 * each row.
 */
export async function contentOf(owner: Database, before: Before): Promise<Record<string, unknown>> {
  const texts = async (sql: string): Promise<string[]> => (await owner.query<{ text: string }>(sql)).rows.map((it) => it.text);
  const schema = [
    await texts("select concat_ws(' ', table_name, column_name, ordinal_position, data_type, is_nullable, column_default, is_identity, is_generated) as text from information_schema.columns where table_schema = 'public' order by 1"),
    await texts("select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as text from pg_constraint where connamespace = 'public'::regnamespace order by 1"),
    await texts("select indexdef as text from pg_indexes where schemaname = 'public' order by 1"),
    await texts("select pg_get_triggerdef(t.oid) as text from pg_trigger t where not tgisinternal order by 1"),
    await texts("select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace order by 1"),
    await texts("select concat_ws(' ', grantee, table_name, privilege_type) as text from information_schema.role_table_grants where table_schema = 'public' order by 1"),
    await texts("select concat_ws(' ', grantee, table_name, column_name, privilege_type) as text from information_schema.role_column_grants where table_schema = 'public' order by 1"),
    await texts("select concat_ws(' ', sequencename, last_value) as text from pg_sequences where schemaname = 'public' order by 1"),
  ];
  const rows: Record<string, string[]> = {};
  for (const name of await texts("select tablename as text from pg_tables where schemaname = 'public' order by 1")) {
    const columns = name === 'migration' ? ['name', 'hash'] : await columnsOf(owner, name, before.find((it) => it.name === name)?.columns ?? []);
    rows[name] = await texts(`select jsonb_build_array(${columns.map((it) => `"${it}"`).join(', ')})::text as text from "${name}" order by 1`);
  }
  return { schema, ...rows };
}

async function columnsOf(owner: Database, table: string, before: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select a.attname as name from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and (a.attname = any($2) or d.oid is null or not ${FRESH}) order by a.attnum`,
    [`public."${table}"`, before],
  );
  return rows.map((it) => it.name);
}
