import { expect, it } from 'vitest';
import { withLedger } from '../../tests/database.ts';
import { transact } from '../base/transaction.ts';
import { decimal } from '../kernel/decimal.ts';
import { parseWindow } from '../kernel/window.ts';
import { readFigures } from './figures.ts';
import { lastSeq } from './ledger.ts';
import { record } from './record.ts';
import { resolveSubjects } from './subjects.ts';
import { foldTotals } from './totals.ts';

const author = { unit: 'gaoxinqu', account: null, request: '00000000-0000-4000-8000-000000000001', today: '2022-02-01' };
const DAYS = ['2020-12-31', '2021-01-01', '2021-06-30', '2021-07-01', '2021-12-31', '2022-01-01'];
/** How many of these days lie in it; the last begins and ends within a month. */
const WINDOWS = { '2021': 4, '2021H1': 2, '2021H2': 2, '2021-06': 1, '2021-07': 1, '2021-06-30..2021-07-01': 2, '2021-01-02..2021-06-29': 0 };

it('a figure counts the first and the last day of its window and no day beside it, from totals and from postings alike', async () => {
  await withLedger('taixing', async ({ database, ledger }) => {
    await transact(database, async (tx) => {
      const subjects = DAYS.map((day) => ({ kind: 'project', number: `XM-${day}` }));
      const ids = [...(await resolveSubjects(tx, subjects)).values()];
      const credits = [{ unit: 'gaoxinqu', share: '1' }];
      await record(tx, ledger, author, DAYS.map((day, index) => ({ subject: { id: ids[index]!, ...subjects[index]! }, entry: { fields: { agreement: '正式协议' }, references: {}, credits }, milestones: { signed: day } })));
    });
    const keys = Object.keys(WINDOWS).map((name) => ({ measure: 's3.signed', owner: 'gaoxinqu', window: parseWindow(name)!, standing: 'declared' as const }));
    const expected = Object.values(WINDOWS).map((it) => decimal(it));
    const read = async (upTo?: bigint): Promise<unknown[]> => (await readFigures(database, ledger.mechanism, keys, upTo)).map((it) => it.value);
    expect(await read(), 'from postings beside the totals').toEqual(expected);
    expect(await read(await lastSeq(database)), 'from postings alone').toEqual(expected);
    await foldTotals(database, 1);
    expect(await read(), 'from totals').toEqual(expected);
  });
});
