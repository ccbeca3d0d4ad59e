import pg from 'pg';

/** What COPY's text hangs on, the same on every server: so the same rows have the same hash everywhere. */
const SETTINGS = {
  timezone: 'UTC', datestyle: 'ISO', intervalstyle: 'iso_8601', bytea_output: 'hex', extra_float_digits: '1', client_encoding: 'UTF8',
  statement_timeout: '0', lock_timeout: '0', idle_in_transaction_session_timeout: '0', row_security: 'off',
};

/** Gives `work` one connection as the owner of the tables, and closes it. */
export async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`).join(' ') });
  client.on('error', () => undefined); // a connection that breaks is found by the query that uses it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
