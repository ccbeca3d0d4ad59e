import { expect, it } from 'vitest';
import { withDatabase, withLedger } from './database.ts';

const SUBJECT = "insert into subject (kind, number) values ('project', 'XM-1')";

it('gives each test a migrated database of its own', async () => {
  const counts = await Promise.all([1, 2, 3].map(() => withDatabase(async ({ database }) => {
    await database.query(SUBJECT);
    return (await database.query('select from subject')).rowCount;
  })));
  expect(counts).toEqual([1, 1, 1]);
});

it('works under the app role, which may only add to the ledger; the owner may do more', async () => {
  await withDatabase(async ({ database, owner }) => {
    await database.query(SUBJECT);
    await expect(database.query('delete from subject')).rejects.toThrow('permission denied');
    expect((await owner.query('delete from subject')).rowCount).toBe(1);
  });
});

it('drops the database afterwards, also when the test fails', async () => {
  let name = '';
  const failing = withDatabase(async ({ url }) => {
    name = new URL(url).pathname.slice(1);
    throw new Error('the test failed');
  });
  await expect(failing).rejects.toThrow('the test failed');
  await withDatabase(async ({ owner }) => {
    expect((await owner.query('select from pg_database where datname = $1', [name])).rowCount).toBe(0);
  });
});

it('puts a pack in force', async () => {
  await withLedger('taixing', async ({ database, ledger }) => {
    expect(ledger.mechanism.pack.city.name).toBe('泰兴市');
    expect((await database.query('select pack_hash from revision')).rows).toEqual([{ pack_hash: ledger.packHash }]);
  });
});
