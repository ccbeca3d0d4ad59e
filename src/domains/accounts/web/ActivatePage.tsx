import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useMemo, useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { blankErrors, errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Link } from '../../../ui/Link.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi, accountsQueries } from './accounts-api.ts';
import { activationAsked, activationField } from './activation-fields.ts';
import { arrive } from './arrive.ts';
import { passwordHint } from './password-hint.ts';

/** 启用账号: a person's own password, by the one-time code that the system administrator handed over. */
export function ActivatePage() {
  const session = useQuery(accountsQueries.session.queryOptions());
  const { login } = useSearch('/activate');
  const write = useWrite(accountsApi.activate, () => arrive(undefined));
  const [wrong, setWrong] = useState<readonly FieldError[]>([]);
  const errors = useMemo(() => (wrong.length > 0 ? wrong : refusalErrors(write.refusal, activationField(write.refusal?.code))), [wrong, write.refusal]);
  const errorOf = (name: string) => errorAt(errors, name);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = { login: String(form.get('login')).trim(), code: String(form.get('code')).trim(), password: String(form.get('password')), again: String(form.get('again')) };
    const { again, ...input } = typed;
    const missing = blankErrors(typed, activationAsked);
    const found = missing.length === 0 && again !== input.password ? [{ name: 'again', message: '两次填写的新密码不一样' }] : missing;
    setWrong(found);
    if (found.length === 0) write.send(input);
  };
  return (
    <form onSubmit={submit} noValidate>
      <PageTitle title="启用账号" />
      <p className="quiet">第一次登录或忘记密码时，用系统管理员给的启用码自己设定密码。</p>
      <ErrorSummary errors={errors} />
      <TextField name="login" label="登录名" defaultValue={login} error={errorOf('login')} autoComplete="username" autoCapitalize="off" spellCheck={false} />
      <TextField name="code" label="启用码" hint="四组字母和数字，不分大小写。" error={errorOf('code')} autoCapitalize="off" spellCheck={false} />
      <PasswordField name="password" label="新密码" hint={session.data && passwordHint(session.data.passwordRules)} error={errorOf('password')} autoComplete="new-password" />
      <PasswordField name="again" label="再填一次新密码" error={errorOf('again')} autoComplete="new-password" />
      <FormActions>
        <Button type="submit" variant="primary" busy={write.busy || write.output !== undefined}>设定密码并登录</Button>
      </FormActions>
      <p>
        <Link to="/login">回到登录</Link>
      </p>
    </form>
  );
}
