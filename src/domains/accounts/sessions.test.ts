import { expect, it } from 'vitest';
import { transact } from '../../base/transaction.ts';
import { TODAY, withAdmin } from './fixture.ts';
import { beginSession, callerOfToken } from './sessions.ts';

const T0 = Date.now() + 3_600_000;
const at = (minutes: number, seconds = 0): Date => new Date(T0 + minutes * 60_000 + seconds * 1000);

/** A session of the system administrator that began at `at(0)`. */
function withSession(work: (see: (now: Date, demo?: boolean) => Promise<boolean>, test: Parameters<Parameters<typeof withAdmin>[0]>[0]) => Promise<void>): Promise<void> {
  return withAdmin(async (test) => {
    const { rows } = await test.database.query<{ id: string }>('select account_id as id from session');
    const token = await transact(test.database, (tx) => beginSession(tx, rows[0]!.id, { proved: true, now: at(0) }));
    await work(async (now, demo = false) => (await callerOfToken(test.database, test.ledger.mechanism.pack, token, { demo, today: TODAY, now })) !== undefined, test);
  });
}

/** Ends the grant of who is signed in: staff wait longer than administrators. */
const asStaff = (test: { owner: { query(text: string): Promise<unknown> } }): Promise<unknown> => test.owner.query("update role_grant set ended_at = now() + interval '1 second' where ended_at is null");

it.each([['an administrator', 15], ['staff', 30]])('of %s ends when it was not used for %d minutes, to the second', (who, minutes) => withSession(async (see, test) => {
  if (who === 'staff') await asStaff(test);
  expect(await see(at(minutes, -1))).toBe(true);
  expect(await see(at(2 * minutes, -2))).toBe(true);
  expect(await see(at(3 * minutes, -2))).toBe(false);
}));

it.each([['an administrator', 15], ['staff', 30]])('of %s is over at %d minutes unused', (who, minutes) => withSession(async (see, test) => {
  if (who === 'staff') await asStaff(test);
  expect(await see(at(minutes))).toBe(false);
}));

it('ends after twelve hours, however much it is used', () => withSession(async (see) => {
  for (let minutes = 14; minutes < 720; minutes += 14) expect(await see(at(minutes))).toBe(true);
  expect(await see(at(719, 59))).toBe(true);
  expect(await see(at(720))).toBe(false);
}));

it('is marked as seen at most every second', () => withSession(async (see, { database }) => {
  const seen = async (): Promise<number> => (await database.query<{ at: Date }>('select max(seen_at) as at from session')).rows[0]!.at.getTime() - T0;
  await see(at(0, 0.9));
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

it.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, '\u0000'.repeat(43), 'a'.repeat(5000)])('a made-up token %j is nobody', (token) => withAdmin(async ({ database, ledger }) => {
  expect(await callerOfToken(database, ledger.mechanism.pack, token, { demo: true, today: TODAY })).toBeUndefined();
}));

it('sessions that ended are swept away by the next', () => withSession(async (_, { database }) => {
  const { rows } = await database.query<{ id: string }>('select account_id as id from session');
  await transact(database, (tx) => beginSession(tx, rows[0]!.id, { proved: true, now: at(900) }));
  expect((await database.query('select from session')).rowCount).toBe(1);
}));
