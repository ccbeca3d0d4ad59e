import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { inWorld } from '../records/test-world.ts';
import { forgetExpiredDrafts } from './drafts.ts';
import { draftsHandlers } from './handlers.ts';

const KEY = 'follow-up:0199a000';

it('what was typed is its own account’s alone, unreadable in the database, replaced, and forgotten when it is sent or old', () => inWorld(async (world) => {
  const [own, other] = [() => world.as('jingkaiqu', 'park-officer'), () => world.as('jingkaiqu', 'park-officer', 'other')];
  const keep = (body: Record<string, string>) => call(draftsHandlers.keep, { key: KEY, body }, { context: own() });
  const read = (context = own()) => call(draftsHandlers.one, { key: KEY }, { context });
  expect(await read()).toBeNull();
  await keep({ text: '张三的电话' });
  await keep({ text: '张三的电话是' });
  expect((await read())!.body).toEqual({ text: '张三的电话是' });
  expect(await read(other())).toBeNull();
  const { rows } = await world.test.database.query<{ body: Buffer }>('select body from draft', []);
  expect([rows.length, rows[0]!.body.includes('张三')]).toEqual([1, false]);
  await keep({ text: '' });
  expect(await read()).toBeNull();
  await keep({ text: '还没有写完' });
  expect(await forgetExpiredDrafts(world.test.database)).toBe(0);
  await world.test.owner.query("update draft set saved_at = saved_at - interval '31 days'");
  expect(await read()).toBeNull();
  expect(await forgetExpiredDrafts(world.test.database)).toBe(1);
}));

it('a key that could tell of a person is refused', () => inWorld(async (world) => {
  await expect(call(draftsHandlers.one, { key: 'follow-up:张三' }, { context: world.as('jingkaiqu', 'park-officer') })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
}));
