import { expect, it } from 'vitest';
import { withDatabase } from '../../tests/database.ts';
import { transact } from './transaction.ts';

it('tells of the statement that failed, not of those that were asked behind it, and does a deadlock again', async () => {
  await withDatabase(async ({ database }) => {
    const fails = (sql: string) => transact(database, async (tx) => {
      const slowToHear = (async () => {
        try {
          await tx.query(sql);
        } finally {
          await Promise.resolve();
        }
      })();
      await Promise.all([slowToHear, tx.query('select 1')]);
    });
    await expect(fails('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    let attempts = 0;
    const retried = transact(database, async (tx) => {
      if (++attempts > 2) return;
      const deadlock = (async () => tx.query("do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$"))();
      await Promise.all([deadlock.finally(() => undefined), tx.query('select 1')]);
    });
    await expect(retried).resolves.toBeUndefined();
    expect(attempts).toBe(3);
  });
});

it('lets nothing reach the connection after its end, of what was asked at once with something that failed', async () => {
  await withDatabase(async ({ database }) => {
    const later = Promise.withResolvers<unknown>();
    const failing = transact(database, (tx) => Promise.all([
      tx.query('select 1').then(() => new Promise((resolve) => setTimeout(resolve, 50))).then(() => tx.query('select 1')).then(later.reject, later.resolve),
      tx.query('select 1 / 0'),
    ]));
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(String(await later.promise)).toContain('over');
  });
});
