import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { withDatabase } from '../../tests/database.ts';
import { write } from './write.ts';

const row = { unit: 'x', action: 'test:act', objectKind: 'thing', objectId: '1' };

it('has one effect and one answer for an id, however often and however many at once', async () => {
  await withDatabase(async ({ database }) => {
    const id = crypto.randomUUID();
    let effects = 0;
    const once = () => write(database, { id, account: null, body: ['a'] }, async (tx) => {
      effects++;
      await tx.query("insert into person (name) values ('甲')");
      return { answer: { number: 7 }, audit: [row] };
    });
    const answers = await Promise.all(Array.from({ length: 20 }, once));
    expect(answers.every((it) => it.number === 7)).toBe(true);
    expect(effects).toBe(1);
    expect((await database.query('select from person')).rowCount).toBe(1);
    expect((await database.query('select from audit')).rowCount).toBe(1);
    await expect(write(database, { id, account: null, body: ['b'] }, async () => ({ answer: null, audit: [row] }))).rejects.toMatchObject({ code: 'request-reused' });
  });
});

it('keeps nothing that a guessed body could be tried on, and takes none of its old hashes for its own', () => withDatabase(async ({ database, owner }) => {
  const id = crypto.randomUUID();
  const body = ['persons:keep', '13900001234'];
  const send = (): Promise<null> => write(database, { id, account: null, body }, async () => ({ answer: null, audit: [row] }));
  await send();
  const plain = createHash('sha256').update(JSON.stringify([null, body])).digest('hex');
  expect((await owner.query('select body_hash from request')).rows).not.toContainEqual({ body_hash: plain });
  await expect(send()).resolves.toBeNull();
  await owner.query('update request set body_hash = $1', [plain]);
  await expect(send()).rejects.toMatchObject({ code: 'request-reused' });
}));

it('leaves nothing where the work fails, or leaves no audit row', async () => {
  await withDatabase(async ({ database }) => {
    const insert = (fail: boolean) => write(database, { id: crypto.randomUUID(), account: null, body: [] }, async (tx) => {
      await tx.query("insert into person (name) values ('乙')");
      if (fail) throw new Error('no');
      return { answer: null, audit: [] };
    });
    await expect(insert(true)).rejects.toThrow('no');
    await expect(insert(false)).rejects.toThrow('audit');
    expect((await database.query('select from person')).rowCount).toBe(0);
    expect((await database.query('select from request')).rowCount).toBe(0);
  });
});
