import { type SubmitEvent, useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { blankErrors, errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi } from './accounts-api.ts';
import { passwordHint } from './password-hint.ts';

const asked = { current: '请填写现在的密码', password: '请填写新密码', again: '请再填一次新密码' };
const fieldOf: Readonly<Record<string, string>> = { 'wrong-password': 'current', 'weak-password': 'password', 'used-password': 'password' };

/** Changes one's own password. */
export function PasswordForm({ rules, onDone }: { rules: { length: number; classes: number }; onDone: () => void }) {
  const write = useWrite(accountsApi.changePassword, onDone);
  const [wrong, setWrong] = useState<readonly FieldError[]>([]);
  const errors = wrong.length > 0 ? wrong : refusalErrors(write.refusal, fieldOf[write.refusal?.code ?? ''] ?? '');
  const errorOf = (name: string) => errorAt(errors, name);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = { current: String(form.get('current')), password: String(form.get('password')), again: String(form.get('again')) };
    const missing = blankErrors(typed, asked);
    const found = missing.length === 0 && typed.again !== typed.password ? [{ name: 'again', message: '两次填写的新密码不一样' }] : missing;
    setWrong(found);
    if (found.length === 0) write.send({ current: typed.current, password: typed.password });
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <PasswordField name="current" label="现在的密码" error={errorOf('current')} autoComplete="current-password" />
      <PasswordField name="password" label="新密码" hint={passwordHint(rules)} error={errorOf('password')} autoComplete="new-password" />
      <PasswordField name="again" label="再填一次新密码" error={errorOf('again')} autoComplete="new-password" />
      <FormActions>
        <Button type="submit" variant="primary" busy={write.busy}>更换密码</Button>
      </FormActions>
    </form>
  );
}
