import { expect, it } from 'vitest';
import { withLedger } from '../../tests/database.ts';
import { transact } from '../base/transaction.ts';
import { approveDecision, closeDecision, proposeDecision } from './decisions.ts';

const [ONE, ANOTHER] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const;

it('is approved and rejected by another than who proposed it, and withdrawn by nobody else, whoever calls', async () => {
  await withLedger('taixing', async ({ database, ledger }) => {
    const [parameter] = ledger.mechanism.pack.parameters.filter((it) => it.type === 'money');
    const id = await transact(database, (tx) => proposeDecision(tx, ledger, ONE, { parameter: parameter!.id, value: '100万元', from: '2022-01-01' }, '会议纪要'));
    await expect(transact(database, (tx) => approveDecision(tx, ledger, ONE, id))).rejects.toMatchObject({ code: 'same-person' });
    await expect(transact(database, (tx) => closeDecision(tx, ONE, id, 'rejected', '不妥'))).rejects.toMatchObject({ code: 'same-person' });
    await expect(transact(database, (tx) => closeDecision(tx, ANOTHER, id, 'withdrawn', null))).rejects.toMatchObject({ code: 'not-proposer' });
    await transact(database, (tx) => approveDecision(tx, ledger, ANOTHER, id));
    await expect(transact(database, (tx) => approveDecision(tx, ledger, ANOTHER, id))).rejects.toMatchObject({ code: 'already-approved' });
  });
});
