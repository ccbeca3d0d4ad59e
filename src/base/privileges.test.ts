import { expect, it } from 'vitest';
import { withDatabase } from '../../tests/database.ts';

/** What must never change: the app may add and read, nothing else. */
const APPEND_ONLY = ['fact', 'verdict', 'posting', 'audit', 'evidence', 'period_freeze', 'frozen_figure', 'unit_merger', 'pack_version', 'audit_seal', 'audit_epoch', 'follow_up', 'follow_up_taken_back', 'follow_up_photo', 'promise', 'promise_act'];

it.each(APPEND_ONLY)('the app can neither change nor delete %s', async (table) => {
  await withDatabase(async ({ database }) => {
    await expect(database.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(database.query(`truncate ${table}`)).rejects.toMatchObject({ code: '42501' });
    const { rows } = await database.query<{ column_name: string }>('select column_name from information_schema.columns where table_name = $1 order by ordinal_position limit 1 offset 1', [table]);
    const column = rows[0]!.column_name;
    await expect(database.query(`update ${table} set "${column}" = "${column}"`)).rejects.toMatchObject({ code: '42501' });
  });
});
