import { expect, it } from 'vitest';
import { demoYear, inYear } from './in-year.ts';

const activities = { name: '活动.csv', required: ['日期'], number: '编号', csv: '活动\n编号,日期\nH1,{Y}-03-01\nH2,{Y}-09-01\n' };
const projects = { name: '项目.csv', required: [], number: '编号', csv: '项目\n编号,签约,对接活动\nX1,{Y-1}-12-01,H1\nX2,{Y}-10-01,H2\n' };

it('leaves out what has not happened yet, and what refers to it', () => {
  const made = inYear([projects, activities], '2026-06-30');
  expect(made.get('活动.csv')).toBe('活动\n编号,日期\nH1,2026-03-01');
  expect(made.get('项目.csv')).toBe('项目\n编号,签约,对接活动\nX1,2025-12-01,H1\nX2,,');
});

it('shows the year before in the first two months', () => {
  expect([demoYear('2026-02-28'), demoYear('2026-03-01')]).toEqual([2025, 2026]);
});
