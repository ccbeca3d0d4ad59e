import { expect, test } from 'vitest';
import { ApiRefusal } from '../../../ui/api-refusal.ts';
import { accountErrors, emptyAccount } from './account-errors.ts';

const typed = { name: '李敏', login: 'limin', unit: 'kejiju', post: '' };

test('everything that is missing is told at once, in the order of the form', () => {
  expect(accountErrors(emptyAccount).map((it) => it.name)).toEqual(['name', 'login', 'unit']);
  expect(accountErrors(typed)).toEqual([]);
});

test('what the server refuses stands at its field', () => {
  expect(accountErrors(typed, new ApiRefusal({ code: 'login-taken', message: '登录名已有人用。' }))).toEqual([{ name: 'login', message: '登录名已有人用。' }]);
  expect(accountErrors(typed, new ApiRefusal({ code: 'forbidden', message: '您不能办。' }))).toEqual([{ name: '', message: '您不能办。' }]);
});
