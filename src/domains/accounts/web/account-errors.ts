import type { ApiRefusal, FieldError } from '../../../ui/api-refusal.ts';
import { refusalErrors } from '../../../ui/form-errors.ts';

/** An account as it is typed. */
export interface NewAccount {
  name: string;
  login: string;
  unit: string;
  post: string;
}

export const emptyAccount: NewAccount = { name: '', login: '', unit: '', post: '' };

/** What the server's refusals are about. */
const fieldOf: Readonly<Record<string, keyof NewAccount>> = { 'login-taken': 'login', 'bad-login': 'login', 'unknown-unit': 'unit' };

/** What must be mended, in the order of the form; what the server said stands at the field that it is about. */
export function accountErrors(typed: NewAccount, refusal?: ApiRefusal): readonly FieldError[] {
  const errors: FieldError[] = [];
  const say = (name: keyof NewAccount, wrong: boolean, message: string) => {
    if (wrong) errors.push({ name, message });
  };
  say('name', typed.name.trim() === '', '请填写姓名');
  say('login', typed.login.trim().length < 2, '请填写登录名，至少两个字符');
  say('unit', typed.unit === '', '请选择单位');
  if (errors.length > 0 || !refusal) return errors;
  return refusalErrors(refusal, fieldOf[refusal.code] ?? '');
}
