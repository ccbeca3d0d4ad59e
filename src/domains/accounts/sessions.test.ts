import { expect, it } from 'vitest';
import { transact } from '../../base/transaction.ts';
import { withAdmin } from './fixture.ts';
import { actorOfToken, beginSession } from './sessions.ts';

const T0 = Date.now() + 3_600_000;
const at = (minutes: number, seconds = 0): Date => new Date(T0 + minutes * 60_000 + seconds * 1000);

/** A session of the first account that began at `at(0)`. */
function withSession(work: (see: (now: Date, demo?: boolean) => Promise<boolean>, test: Parameters<Parameters<typeof withAdmin>[0]>[0]) => Promise<void>): Promise<void> {
  return withAdmin(async (test) => {
    const { rows } = await test.database.query<{ id: string }>('select id from account');
    const token = await transact(test.database, (tx) => beginSession(tx, rows[0]!.id, undefined, at(0)));
    await work(async (now, demo = false) => (await actorOfToken(test.database, token, { demo, now })) !== undefined, test);
  });
}

it('ends when it was not used for an hour', () => withSession(async (see) => {
  expect(await see(at(59, 59))).toBe(true);
  expect(await see(at(119, 58))).toBe(true);
  expect(await see(at(179, 59))).toBe(false);
}));

it('an hour unused is an hour, to the second', () => withSession(async (see) => {
  expect(await see(at(60))).toBe(false);
}));

it('ends after twelve hours, however much it is used', () => withSession(async (see) => {
  for (let minutes = 30; minutes < 720; minutes += 30) expect(await see(at(minutes))).toBe(true);
  expect(await see(at(719, 59))).toBe(true);
  expect(await see(at(720))).toBe(false);
}));

it('is marked as seen at most every half a minute', () => withSession(async (see, { database }) => {
  const seen = async (): Promise<number> => (await database.query<{ at: Date }>('select max(seen_at) as at from session')).rows[0]!.at.getTime() - T0;
  await see(at(0, 29));
  expect(await seen()).toBe(0);
  await Promise.all([see(at(0, 31)), see(at(0, 31)), see(at(0, 31))]);
  expect(await seen()).toBe(31_000);
}));

it('dies at the next request after its account was disabled', () => withSession(async (see, { database }) => {
  expect(await see(at(1))).toBe(true);
  await database.query('update account set disabled_at = now()');
  expect(await see(at(1))).toBe(false);
}));

it('of a demonstration lives in a demonstration only', () => withSession(async (see, { database }) => {
  await database.query('update account set demo = true');
  expect(await see(at(1), true)).toBe(true);
  expect(await see(at(1), false)).toBe(false);
}));

it.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, '\u0000'.repeat(43), 'a'.repeat(5000)])('a made-up token %j is nobody', (token) => withAdmin(async ({ database }) => {
  expect(await actorOfToken(database, token, { demo: true })).toBeUndefined();
}));

it('sessions that ended are swept away by the next', () => withSession(async (_, { database }) => {
  const { rows } = await database.query<{ id: string }>('select id from account');
  await transact(database, (tx) => beginSession(tx, rows[0]!.id, undefined, at(61)));
  expect((await database.query('select from session')).rowCount).toBe(1);
}));
