import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useMemo, useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { PASSWORD_LENGTH, SETUP_HOURS } from '../terms.ts';
import { accountsApi, accountsQueries } from './accounts-api.ts';
import { arrive } from './arrive.ts';
import { blankErrors, refusalErrors } from './form-errors.ts';
import { fieldOfRefusal, setupAsked } from './setup-fields.ts';

/** Code, name and password of the first account; it is the talent office's. */
export function SetupForm() {
  const units = useQuery(accountsQueries.units.queryOptions());
  const write = useWrite(accountsApi.setUp, () => arrive(undefined));
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const errors = useMemo(() => (blank.length > 0 ? blank : refusalErrors(write.refusal, fieldOfRefusal(write.refusal?.code))), [blank, write.refusal]);
  const errorOf = (name: string) => errors.find((it) => it.name === name)?.message;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name)).trim();
    const input = { code: text('code'), name: text('name'), unit: text('unit'), login: text('login'), password: String(form.get('password')) };
    const missing = blankErrors(input, setupAsked);
    setBlank(missing);
    if (missing.length === 0) write.send(input);
  };
  return (
    <form onSubmit={submit} noValidate>
      <PageTitle title="建立第一个账号" />
      <ErrorSummary errors={errors} />
      <TextField name="code" label="一次性口令" hint={`平台启动时打印在窗口里，${SETUP_HOURS} 小时内有效；过期后重新启动会打印新的。`} error={errorOf('code')} autoCapitalize="off" spellCheck={false} />
      <TextField name="name" label="姓名" error={errorOf('name')} autoComplete="name" />
      <SelectField
        name="unit"
        label="单位"
        placeholder={units.error ? '单位没有读出来，请刷新' : units.data ? '请选择单位' : '正在读取单位…'}
        choices={[...(units.data ?? [])].sort((a, b) => Number(b.kind === 'department') - Number(a.kind === 'department')).map((it) => ({ value: it.id, label: it.name }))}
        hint="第一个账号是人才办的，可以再开其他账号。"
        error={errorOf('unit')}
      />
      <TextField name="login" label="登录名" error={errorOf('login')} autoComplete="username" autoCapitalize="off" spellCheck={false} />
      <PasswordField name="password" label="密码" hint={`至少 ${PASSWORD_LENGTH} 个字符，不要用单位名、地名或登录名。`} error={errorOf('password')} autoComplete="new-password" />
      <FormActions>
        <Button type="submit" variant="primary" busy={write.busy || write.output !== undefined}>建立并登录</Button>
      </FormActions>
    </form>
  );
}
