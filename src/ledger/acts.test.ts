import { expect, it } from 'vitest';
import { withDatabase } from '../../tests/database.ts';
import { transact } from '../base/transaction.ts';
import { type NewFact, storeActs } from './acts.ts';
import { resolveSubjects } from './subjects.ts';

const author = { unit: 'gaoxinqu', account: null, request: '00000000-0000-4000-8000-000000000001', today: '2022-02-01' };

it('a fact takes the place of another once: the database refuses a second', async () => {
  await withDatabase(async ({ database }) => {
    const say = (day: string, supersedes?: string): Promise<string> => transact(database, async (tx) => {
      const [subject] = [...(await resolveSubjects(tx, [{ kind: 'project', number: 'XM-1' }])).values()];
      const fact: NewFact = { id: crypto.randomUUID(), subject: subject!, kind: 'signed', day, content: {}, withdrawn: false, supersedes, unit: 'gaoxinqu' };
      await storeActs(tx, author, [fact], []);
      return fact.id;
    });
    const first = await say('2021-03-05');
    await say('2021-03-06', first);
    await expect(say('2021-03-07', first)).rejects.toMatchObject({ code: '23505' });
  });
});
