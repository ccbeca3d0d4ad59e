import { expect, it } from 'vitest';
import { conflictsOf } from './conflicts.ts';

const value = (id: string, text: string | null) => ({ id, label: id, value: text });

it('two who change one value see both; what only the other changed is told', () => {
  const before = [value('planned', '100万元'), value('site', null), value('name', '新芯')];
  const now = [value('planned', '200万元'), value('site', '东区'), value('name', '新芯')];
  const { conflicts, others } = conflictsOf(before, now, { planned: '300万元', name: '新芯二期' });
  expect(conflicts).toEqual([{ id: 'planned', label: 'planned', theirs: '200万元', mine: '300万元' }]);
  expect(others).toEqual([value('site', '东区')]);
});

it('who typed what the other has saved is asked nothing', () => {
  expect(conflictsOf([value('planned', null)], [value('planned', '200万元')], { planned: ' 200万元 ' }).conflicts).toEqual([]);
});
