import { expect, it } from 'vitest';
import { auditKeys, withDatabase } from '../../tests/database.ts';
import { macHolds, STORED_COLUMNS, type StoredAuditRow } from './audit-form.ts';
import { audit, type AuditRow } from './audit.ts';
import { transact } from './transaction.ts';

const DETAILS: Record<string, unknown>[] = [
  {},
  { b: 1, a: [1, { z: null, y: '甲“乙”\n' }], '': false },
  { big: 1e21, small: 5e-324, tenth: 0.1, minus: -0, whole: 2 ** 63 },
  { gone: undefined, day: new Date(0), 名: '𠮷', __proto__: null, nested: JSON.parse('{"__proto__": {"a": 1}, "10": 1, "9": 2}') },
];

it('a mac holds for what comes back from the database, whatever was written and whatever the session is set to', async () => {
  await withDatabase(async ({ database }) => {
    const rows = DETAILS.map((detail, n): AuditRow => ({ account: n % 2 === 0 ? null : crypto.randomUUID().toUpperCase(), unit: n % 2 === 0 ? null : '甲', action: 'test:act', objectKind: 'thing', objectId: `${n}\\'"`, request: crypto.randomUUID().toUpperCase(), detail }));
    await transact(database, (tx) => audit(tx, [...rows, rows[0]!]));
    await database.withClient(async (sql) => {
      for (const setting of ["datestyle to 'German, DMY'", "timezone to 'America/New_York'", 'extra_float_digits to 0', 'bytea_output to escape']) await sql.query(`set ${setting}`);
      const { rows: stored } = await sql.query<StoredAuditRow>(`select ${STORED_COLUMNS} from audit order by seq`);
      expect(stored.map((it) => macHolds(auditKeys.mac, it))).toEqual([true, true, true, true, true]);
      expect(stored[0]!.mac).not.toBe(stored[4]!.mac);
      expect(macHolds(auditKeys.mac, { ...stored[1]!, unit: '乙' })).toBe(false);
      for (const setting of ['datestyle', 'timezone', 'extra_float_digits', 'bytea_output']) await sql.query(`reset ${setting}`);
    });
  });
});
