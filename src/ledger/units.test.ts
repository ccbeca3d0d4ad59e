import { expect, it } from 'vitest';
import { type TestLedger, withLedger } from '../../tests/database.ts';
import { transact } from '../base/transaction.ts';
import { decimal } from '../kernel/decimal.ts';
import { parseWindow } from '../kernel/window.ts';
import { type FigureKey, readFigures } from './figures.ts';
import { freeze } from './freeze.ts';
import { readShownFigures } from './printed.ts';
import { record } from './record.ts';
import type { Author } from './statements.ts';
import { resolveSubjects } from './subjects.ts';
import { mergeUnits, type NewMerger } from './units.ts';

const author: Author = { unit: 'shangwuju', account: null, request: '00000000-0000-4000-8000-000000000001', today: '2023-02-01' };

function merge({ database, ledger }: TestLedger, unit: string, into: string, day = '2022-07-01', document = '区划调整批复'): Promise<void> {
  const merger: NewMerger = { unit, into, day, document };
  return transact(database, (tx) => mergeUnits(tx, ledger, author, merger));
}

function figure(owner: string, window: string): FigureKey {
  return { measure: 's3.signed', owner, window: parseWindow(window)!, standing: 'declared' };
}

async function signOne({ database, ledger }: TestLedger, unit: string, day: string): Promise<void> {
  await transact(database, async (tx) => {
    const subject = { kind: 'project', number: `XM-${day}` };
    const id = [...(await resolveSubjects(tx, [subject])).values()][0]!;
    await record(tx, ledger, author, [{ subject: { id, ...subject }, entry: { fields: { agreement: '正式协议' }, references: {}, credits: [{ unit, share: '1' }] }, milestones: { signed: day } }]);
  });
}

it('shows a successor its predecessors, however far back, in windows that end after the merger', async () => {
  await withLedger('taixing', async (test) => {
    await signOne(test, 'chengqu-gyy', '2021-05-01');
    await signOne(test, 'hongqiao-yq', '2022-05-01');
    await merge(test, 'chengqu-gyy', 'hongqiao-yq', '2021-12-01');
    await merge(test, 'hongqiao-yq', 'jingkaiqu');
    const values = async (keys: readonly FigureKey[]): Promise<(bigint | null)[]> => (await readFigures(test.database, test.ledger.mechanism, keys)).map((it) => it.value);
    expect(await values([figure('jingkaiqu', '2021'), figure('hongqiao-yq', '2021'), figure('jingkaiqu', '2022'), figure('hongqiao-yq', '2022')])).toEqual([0n, decimal('1'), decimal('1'), decimal('1')]);
  });
});

it('leaves what was frozen before as it was printed', async () => {
  await withLedger('taixing', async (test) => {
    await signOne(test, 'hongqiao-yq', '2022-05-01');
    await transact(test.database, (tx) => freeze(tx, test.ledger, author, parseWindow('2022')!, null));
    await merge(test, 'hongqiao-yq', 'jingkaiqu');
    const [shown] = await readShownFigures(test.database, test.ledger.mechanism, [figure('jingkaiqu', '2022')]);
    expect([shown!.value, shown!.live.value]).toEqual([0n, decimal('1')]);
  });
});

it('refuses what is no merger', async () => {
  await withLedger('taixing', async (test) => {
    const refusal = (unit: string, into: string, document?: string): Promise<unknown> => merge(test, unit, into, '2022-07-01', document).then(() => 'merged', (error: { code: string }) => error.code);
    expect(await refusal('nowhere', 'jingkaiqu')).toBe('unknown-unit');
    expect(await refusal('jingkaiqu', 'nowhere')).toBe('unknown-unit');
    expect(await refusal('jingkaiqu', 'jingkaiqu')).toBe('same-unit');
    expect(await refusal('jingkaiqu', 'gaoxinqu', ' ')).toBe('missing');
    expect(await refusal('chengqu-gyy', 'hongqiao-yq')).toBe('merged');
    expect(await refusal('chengqu-gyy', 'gaoxinqu')).toBe('already-merged');
    expect(await refusal('hongqiao-yq', 'jingkaiqu')).toBe('merged');
    expect(await refusal('jingkaiqu', 'chengqu-gyy')).toBe('merger-circle');
  });
});
