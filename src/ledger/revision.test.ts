import { expect, it } from 'vitest';
import { withLedger } from '../../tests/database.ts';
import { transact } from '../base/transaction.ts';
import { parseWindow } from '../kernel/window.ts';
import { freeze } from './freeze.ts';
import { record } from './record.ts';
import { adoptPack } from './revision.ts';
import type { Author } from './statements.ts';

const author: Author = { unit: 'rencaiban', account: null, request: '00000000-0000-4000-8000-000000000001', today: '2023-02-01' };

it('lets no process write that still holds an older pack', async () => {
  await withLedger('taixing', async ({ database, ledger }) => {
    await transact(database, (tx) => adoptPack(tx, { hash: 'corrected', city: 'taixing', files: [] }));
    const { rows } = await database.query<{ id: string }>("insert into subject (kind, number) values ('platform', '某院') returning id");
    const statement = { subject: { id: rows[0]!.id, kind: 'platform', number: '某院' }, entry: { fields: {}, references: {}, credits: [] } };
    await expect(transact(database, (tx) => record(tx, ledger, author, [statement]))).rejects.toMatchObject({ code: 'other-pack' });
    await expect(transact(database, (tx) => freeze(tx, ledger, author, parseWindow('2022')!, null))).rejects.toMatchObject({ code: 'other-pack' });
  });
});
