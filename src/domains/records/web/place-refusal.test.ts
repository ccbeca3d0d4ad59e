import { expect, it } from 'vitest';
import { errorAt } from '../../../ui/form-errors.ts';
import { placeRefusal } from './place-refusal.ts';

const places = [{ name: 'field-type', label: '协议' }, { name: 'field-agreement', label: '协议类型' }, { name: 'day', label: '签约日期' }];

it('puts each sentence at the field that it names, and keeps what names none', () => {
  const errors = placeRefusal({ message: '还不能登记', details: ['“协议类型”还没有填写，请补上。', '签约日期不能晚于今天。', '先要有“准入评审”。'] }, places);
  expect(errors.map((it) => it.name)).toEqual(['field-agreement', 'day', '']);
  expect(errorAt(errors, 'day')).toBe('签约日期不能晚于今天。');
});

it('a refusal without details is its sentence', () => {
  expect(placeRefusal({ message: '“协议”错', details: [] }, places)).toEqual([{ name: 'field-type', message: '“协议”错' }]);
  expect(placeRefusal(undefined, places)).toEqual([]);
});
