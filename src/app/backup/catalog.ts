import pg from 'pg';

/** Tables that no backup holds, each with its reason; every other table of the schema is in every backup. */
export const NOT_KEPT: Readonly<Record<string, string>> = {
  session: 'who was signed in signs in again; a session that was ended must not come back',
  setup_code: 'one-time code, printed again at the next start',
  activation_code: 'one-time code, given anew by an administrator',
  login_failure: 'counts of the last minutes',
  service_token: 'a token that was revoked after the backup must not come back; each is made anew',
};

/** A table as it is copied: columns that hold something of their own, in the order of its rows. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** SQL: by the primary key, or by the whole row where there is none; never by the database's language. */
  readonly order: string;
}

/** A sequence and where it stands; read after the rows, it is never behind them. */
export interface Sequence {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

/** The tables to copy, those referred to before those that refer to them. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: { name: string; text: boolean }[]; needs: string[] }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       (select coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'text', a.attcollation <> 0) order by k.place), '[]')
          from pg_index i cross join unnest(i.indkey::int[]) with ordinality as k (number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number where i.indrelid = c.oid and i.indisprimary) as key,
       array(select distinct f.relname::text from pg_constraint x join pg_class f on f.oid = x.confrelid
          where x.conrelid = c.oid and x.contype = 'f' and x.confrelid <> c.oid) as needs
     from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`,
  );
  const kept = rows.filter((it) => !Object.hasOwn(NOT_KEPT, it.name));
  const sorted: typeof kept = [];
  while (sorted.length < kept.length) {
    const next = kept.filter((it) => !sorted.includes(it) && it.needs.every((one) => sorted.some((done) => done.name === one)));
    if (next.length === 0) throw new Error('tables refer to each other in a circle, or to a table that no backup holds');
    sorted.push(...next);
  }
  return sorted.map(({ name, columns, key }) => ({
    name,
    columns,
    order: key.length > 0 ? key.map((it) => `${pg.escapeIdentifier(it.name)}${it.text ? ' collate "C"' : ''}`).join(', ') : `t::text collate "C"`,
  }));
}

/** Every table's name, kept or not: what must be empty before a restore. */
export async function allTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') order by relname");
  return rows.map((it) => it.name);
}

export async function readSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>("select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname");
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${pg.escapeIdentifier(name)}`);
    sequences.push({ name, ...found.rows[0]! });
  }
  return sequences;
}
