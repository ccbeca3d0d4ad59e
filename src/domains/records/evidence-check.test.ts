import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { addEvidence } from './evidence.ts';
import { recordsHandlers } from './handlers.ts';
import { inWorld } from './test-world.ts';

it('says how evidence was verified, by those who judge it, never by its own; both of two sayings stand', async () => {
  await inWorld(async (world) => {
    const dossier = await world.enter({ kind: 'activity', number: 'HD-1', unit: 'gaoxinqu', fields: { name: '路演' } });
    const park = world.as('gaoxinqu', 'park-officer');
    const { id } = await addEvidence(park, { dossier, milestone: 'entry', kind: '签到表', name: '签到.pdf', bytes: Buffer.from('%PDF-1.4 签到') });
    const check = (unit: string, how: string, good: boolean) => call(recordsHandlers.checkEvidence, { id, how, good }, { context: world.as(unit) });
    await expect(call(recordsHandlers.checkEvidence, { id, how: '核对原件', good: true }, { context: { ...park, request: crypto.randomUUID() } })).rejects.toMatchObject({ code: 'own-record' });
    await expect(check('kejiju', '听说', true)).rejects.toMatchObject({ code: 'unknown-word' });
    await check('kejiju', '核对原件', true);
    await check('rencaiban', '现场查看', false);
    const { evidence: [found], mayCheck } = await world.detail(park, dossier);
    expect([found!.checks.map((it) => [it.how, it.good, it.unit.name]), mayCheck]).toEqual([[['核对原件', true, '科技局'], ['现场查看', false, '人才办']], false]);
    await expect(addEvidence({ ...park, request: crypto.randomUUID() }, { dossier, milestone: 'entry', kind: '签到表', origin: '捡来的', name: '签到.pdf', bytes: Buffer.from('%PDF-1.4 再签到') })).rejects.toMatchObject({ code: 'unknown-word' });
  });
});
