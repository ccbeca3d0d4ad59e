import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsHandlers } from './handlers.ts';
import { inWorld } from './test-world.ts';

const CODE = '91321283MA1XABCD02';
const trace = async (context: LedgerContext, id: string) => call(recordsHandlers.trace, { id }, { context });

it('one talent, the firm, and what followed of it: money, a next phase, what the same firm did later (t3.3)', () => inWorld(async (world) => {
  const talent = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'gaoxinqu', fields: { name: await world.person('张三丰') }, milestones: { landed: '2025-01-05' } });
  const firm = await world.enter({ kind: 'project', number: 'XM-1', unit: 'gaoxinqu', fields: { name: '减速器', creditCode: CODE, planned: '4300000000' }, references: { talent }, milestones: { signed: '2025-03-01' } });
  const phase = await world.enter({ kind: 'project', number: 'XM-2', unit: 'gaoxinqu', fields: { name: '二期', planned: '1000000000', currency: '人民币' }, references: { earlierPhase: firm }, milestones: { signed: '2026-02-01' } });
  const money = await world.enter({ kind: 'investment', number: 'TZ-1', unit: 'gaoxinqu', fields: { investor: '某资本', amount: '500000000' }, references: { project: firm }, milestones: { arrived: '2025-06-01' } });
  const later = await world.enter({ kind: 'project', number: 'XM-3', unit: 'jingkaiqu', fields: { name: '新厂', creditCode: CODE }, milestones: { signed: '2026-05-01' } });
  await world.enter({ kind: 'project', number: 'XM-0', unit: 'gaoxinqu', fields: { name: '从前', creditCode: CODE }, milestones: { signed: '2020-05-01' } });
  await world.enter({ kind: 'investment', number: 'TZ-2', unit: 'gaoxinqu', references: { project: firm }, state: 'return' });

  const office = await trace(world.as('kejiju'), talent);
  expect(office.nodes.map((it) => [it.subject.id, it.from, it.how, it.step])).toEqual([
    [talent, null, null, 0],
    [firm, talent, '以其为人才', 1],
    [phase, firm, '以其为前一期项目', 2],
    [money, firm, '以其为项目', 2],
    [later, firm, '同一企业', 2],
  ]);
  expect(office.sums).toEqual([{ kind: 'project', label: '项目', count: 3, fen: '5300000000' }, { kind: 'investment', label: '投资', count: 1, fen: '500000000' }]);
  expect(office.nodes[0]!.subject.name).toBe('张*');
  // What another park did is not told to this one, and a foreign talent is not there at all.
  expect((await trace(world.as('gaoxinqu', 'park-officer'), talent)).nodes.map((it) => it.subject.id)).not.toContain(later);
  await expect(trace(world.as('jingkaiqu', 'park-officer'), talent)).rejects.toMatchObject({ code: 'not-found' });
}));
