import { type SubmitEvent, useMemo, useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { buttonClass } from '../../../ui/button-class.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { blankErrors, refusalErrors } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi } from './accounts-api.ts';
import { arrive } from './arrive.ts';
import { askPasskey } from './passkey-browser.ts';

const asked = { login: '请填写登录名', password: '请填写密码' };

interface LoginFormProps {
  from: string | undefined;
  /** Whether they can be used at this address. */
  passkeys: boolean;
  singleSignOn: boolean;
}

/** Name and password, a passkey, or the city's single sign-on. What is wrong is said above the form and beside its field. */
export function LoginForm({ from, passkeys, singleSignOn }: LoginFormProps) {
  const write = useWrite(accountsApi.login, () => arrive(from));
  const passkey = useWrite(async (_: null, options: Parameters<typeof accountsApi.passkeyLogin>[1]) => accountsApi.passkeyLogin(await askPasskey(), options), () => arrive(from));
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const errors = useMemo(() => (blank.length > 0 ? blank : write.refusal ? refusalErrors(write.refusal, 'login') : refusalErrors(passkey.refusal, '')), [blank, write.refusal, passkey.refusal]);
  const errorOf = (name: string) => blank.find((it) => it.name === name)?.message ?? write.refusal?.fields.find((it) => it.name === name)?.message;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = { login: String(form.get('login')).trim(), password: String(form.get('password')) };
    const missing = blankErrors(input, asked);
    setBlank(missing);
    passkey.reset();
    if (missing.length === 0) write.send(input);
  };
  return (
    <form onSubmit={submit} noValidate>
      <PageTitle title="登录" />
      {from === undefined || errors.length > 0 ? null : <Notice>登录后回到刚才的页面。</Notice>}
      <ErrorSummary errors={errors} />
      <TextField name="login" label="登录名" error={errorOf('login')} autoComplete="username" autoCapitalize="off" spellCheck={false} />
      <PasswordField name="password" label="密码" error={errorOf('password')} autoComplete="current-password" />
      <FormActions>
        <Button type="submit" variant="primary" busy={write.busy || write.output !== undefined}>登录</Button>
        {passkeys ? <Button busy={passkey.busy} onClick={() => passkey.send(null)}>用通行密钥登录</Button> : null}
        {singleSignOn ? <a className={buttonClass({})} href={`/sso/login${from === undefined ? '' : `?to=${encodeURIComponent(from)}`}`}>统一认证登录</a> : null}
      </FormActions>
      <p>
        第一次登录，或忘了密码：<Link to="/activate">启用账号</Link>
      </p>
    </form>
  );
}
