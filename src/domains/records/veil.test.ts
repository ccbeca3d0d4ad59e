import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import type { LedgerContext } from '../../ledger/context.ts';
import { readListed } from './each-listed.ts';
import { keepEvidence, readEvidence } from './evidence.ts';
import { recordsHandlers } from './handlers.ts';
import { inWorld, type World } from './test-world.ts';
import { transact } from '../../base/transaction.ts';

const CODE = '91321283MA1XABCD02';
const SECRETS = ['氯化聚乙烯', '恒瑞', CODE, '陈建国', '王经理', '框架协议书'];

async function sealedLead(world: World, codeName?: string): Promise<{ id: string; evidence: string }> {
  const fields = { name: '氯化聚乙烯项目', investor: '恒瑞化工', creditCode: CODE, contact: await world.person('王经理'), controller: await world.person('陈建国'), planned: '4300000000', type: '产业项目', ...(codeName !== undefined && { codeName }) };
  const id = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields, milestones: { lead: '2026-06-01' } });
  const evidence = await transact(world.test.database, (tx) => keepEvidence(tx, { unit: 'jingkaiqu', account: null, request: crypto.randomUUID(), today: '2026-06-02' }, { dossier: id, milestone: 'entry', kind: '洽谈纪要', name: '框架协议书.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }));
  await call(recordsHandlers.seal, { id, reason: '在谈' }, { context: world.as('jingkaiqu', 'park-officer', '甲') });
  return { id, evidence };
}

async function found(context: LedgerContext, q: string): Promise<string[]> {
  return (await call(recordsHandlers.search, { kind: 'project', q }, { context })).rows.map((it) => it.name);
}

async function exported(world: World, { actor, rights }: LedgerContext): Promise<string> {
  const { database, ledger } = world.test;
  const { total, rows } = await readListed({ database, ledger, rights, actor: actor! }, { kind: 'project' });
  const all = [];
  for await (const chunk of rows()) all.push(...chunk);
  expect(all.length).toBe(total);
  return JSON.stringify(all);
}

it('under a code name a lead tells its leader and the commerce bureau nothing else, by no way; its own units see all of it', () => inWorld(async (world) => {
  const { id, evidence } = await sealedLead(world, '银杏一号');
  const telling = (text: string): string[] => SECRETS.filter((it) => text.includes(it));
  for (const context of [world.as('rencaiban', 'city-leader'), world.as('shangwuju', 'commerce-bureau')]) {
    const detail = await world.detail(context, id);
    expect([detail.name, telling(JSON.stringify(detail)), detail.evidence]).toEqual(['银杏一号', [], []]);
    const list = JSON.stringify(await call(recordsHandlers.list, { kind: 'project' }, { context }));
    expect([list.includes('银杏一号'), telling(list)]).toEqual([true, []]);
    for (const q of ['氯化', '恒瑞', CODE, '陈']) expect(await found(context, q), q).toEqual([]);
    expect(await found(context, '银杏')).toEqual(['银杏一号']);
    const filtered = async (fields: Record<string, string>): Promise<number> => (await call(recordsHandlers.search, { kind: 'project', fields }, { context })).total;
    expect([await filtered({ investor: '恒瑞' }), await filtered({ creditCode: CODE }), await filtered({ type: '产业项目' })]).toEqual([0, 0, 1]);
    expect(await exported(world, context)).toBe('[]');
    await expect(readEvidence(context, evidence)).rejects.toMatchObject({ code: 'not-found' });
  }
  for (const role of ['park-officer', 'park-leader'] as const) {
    const own = world.as('jingkaiqu', role);
    expect([(await world.detail(own, id)).name, await found(own, '恒瑞'), telling(await exported(world, own))]).toEqual(['氯化聚乙烯项目', ['氯化聚乙烯项目'], expect.arrayContaining(['恒瑞', CODE])]);
    expect((await readEvidence(own, evidence)).name).toBe('框架协议书.pdf');
  }
}));

it('once signed it has its own name, and without a code name it always had', () => inWorld(async (world) => {
  const { id } = await sealedLead(world);
  const leader = world.as('rencaiban', 'city-leader');
  expect((await world.detail(leader, id)).name).toBe('氯化聚乙烯项目');
  await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '氯化聚乙烯项目', investor: '恒瑞化工', codeName: '银杏一号' }, milestones: { lead: '2026-06-01', signed: '2026-06-20' } });
  expect([(await world.detail(leader, id)).name, await found(leader, '恒瑞')]).toEqual(['氯化聚乙烯项目', ['氯化聚乙烯项目']]);
}));
