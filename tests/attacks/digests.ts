import { createHash } from 'node:crypto';
import type { Queryable } from '../../src/base/database.ts';
import type { TestDatabase } from '../database.ts';

/** What a request may change though it is refused: when a session was last seen, who failed to log in, and what the audit says of it. */
const OF_REFUSALS = /^(session|login_\w+|audit\w*|rate_\w+)$/;

/** Every row of every table but those that a refused request may touch: table → hash. */
export async function contentDigest({ owner }: { readonly owner: Queryable }): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
  const digest: Record<string, string> = {};
  for (const { name } of rows.filter((it) => !OF_REFUSALS.test(it.name))) {
    digest[name] = (await owner.query<{ hash: string }>(`select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from "${name}" t`)).rows[0]!.hash;
  }
  return digest;
}

/** What the database is made of: tables, columns, constraints, indexes, functions, triggers, privileges, roles, settings. */
const STRUCTURE = `
  select 'table', c.oid::regclass::text, concat(c.relkind, c.relacl, c.reloptions, c.relrowsecurity, pg_get_userbyid(c.relowner)) from pg_class c where relnamespace = 'public'::regnamespace
  union all select 'column', concat(attrelid::regclass, '.', attname), concat(format_type(atttypid, atttypmod), attnotnull, attacl, attidentity, attgenerated) from pg_attribute join pg_class c on c.oid = attrelid where c.relnamespace = 'public'::regnamespace and attnum > 0
  union all select 'constraint', conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace = 'public'::regnamespace
  union all select 'function', oid::regprocedure::text, concat(prosrc, proacl, prosecdef) from pg_proc where pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  union all select 'trigger', tgname, concat(pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
  union all select 'role', rolname, concat(rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolconfig) from pg_roles
  union all select 'schema', nspname, nspacl::text from pg_namespace where nspname !~ '^pg_(temp|toast_temp)'
  union all select 'extension', extname, extversion from pg_extension
  union all select 'setting', setrole::text, setconfig::text from pg_db_role_setting where setdatabase in (0, (select oid from pg_database where datname = current_database()))
  order by 1, 2, 3`;

export async function structureDigest({ owner }: TestDatabase): Promise<string> {
  const { rows } = await owner.query(STRUCTURE);
  if (rows.length < 100) throw new Error('the database has hardly any structure to look at');
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
