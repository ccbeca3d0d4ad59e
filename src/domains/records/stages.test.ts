import { expect, it } from 'vitest';
import { lastDayOf, stageOf, stagesOf } from './stages.ts';
import { taixing } from './test-pack.ts';

const milestones = (...ids: string[]) => ({ milestones: Object.fromEntries(ids.map((it, n) => [it, { day: `2026-01-0${n + 1}`, state: 'declared' as const, fact: it, unit: 'gaoxinqu' }])) });

it('stages stand in the order of the longest course, and a project at the furthest that it has reached', () => {
  const stages = stagesOf(taixing(), 'project');
  expect(stages.map((it) => it.label)).toEqual(['线索', '在谈', '签约', '落地', '报批', '建设', '产出']);
  expect(stageOf(stages, milestones('lead', 'negotiating', 'assessed'))).toBe('在谈');
  expect(stageOf(stages, milestones('signed', 'started'))).toBe('建设');
  expect(stageOf(stages, milestones())).toBe('线索');
  expect([stagesOf(taixing(), 'platform'), stageOf([], milestones('lead'))]).toEqual([[], undefined]);
});

it('the last day is of whatever befell it', () => {
  expect([lastDayOf(milestones('lead', 'assessed')), lastDayOf(milestones())]).toEqual(['2026-01-02', null]);
});
