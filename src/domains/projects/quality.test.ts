import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { recordsPort } from '../../app/records-port.ts';
import { joinRights } from '../../base/rights.ts';
import { recordsRights } from '../records/rights.ts';
import { inWorld } from '../records/test-world.ts';
import { projectsHandlers } from './handlers.ts';
import { projectsRights } from './rights.ts';

const handlers = projectsHandlers(recordsPort);
const rights = joinRights([recordsRights, projectsRights]);

it('scores an industrialisation project by what is known of it, and no other; out of scope there is nothing (s3.3)', () => inWorld(async (world) => {
  const enter = (number: string, fields: Record<string, string>) => world.enter({ kind: 'project', number, unit: 'jingkaiqu', fields: { name: number, ...fields } });
  const judged = await enter('XM-1', { type: '人才产业化项目', techLevel: '国内领先', talentCount: '3', linkage: '补链' });
  const other = await enter('XM-2', { type: '产业项目', techLevel: '国内领先' });
  const read = (id: string, unit = 'jingkaiqu') => call(handlers.quality, { id }, { context: { ...world.as(unit, 'park-officer'), rights } });
  const quality = await read(judged);
  expect(quality).toMatchObject({ clause: { id: 's3.3' }, score: '60', atMost: '85', missing: ['知识产权'], working: '(25 × 80 + 25 × 60 + 25 × 100) ÷ 100 = 60' });
  expect(quality!.indicators.map((it) => [it.label, it.value, it.points, it.weight, it.decided])).toEqual([
    ['技术先进性', '国内领先', 80, '25', false],
    ['人才数量', '3', 60, '25', false],
    ['知识产权', null, null, '25', false],
    ['产业关联度', '补链', 100, '25', false],
  ]);
  expect(await read(other)).toBeNull();
  await expect(read(judged, 'gaoxinqu')).rejects.toMatchObject({ code: 'not-found' });
}));
