import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useMemo, useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { blankErrors, errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { roleLabels, SETUP_HOURS } from '../terms.ts';
import { accountsApi, accountsQueries } from './accounts-api.ts';
import type { CodeSlip } from './code-slips.ts';
import { passwordHint } from './password-hint.ts';
import { fieldOfRefusal, setupAsked } from './setup-fields.ts';

const others = ['security', 'audit'] as const;

/** The three administrators, three persons: the system administrator is who sits here, the others get a code each. */
export function SetupForm({ onDone }: { onDone: (slips: readonly CodeSlip[]) => void }) {
  const session = useQuery(accountsQueries.session.queryOptions());
  const units = useQuery(accountsQueries.units.queryOptions());
  const write = useWrite(accountsApi.setUp, (codes, input) => onDone(others.map((it) => ({ who: roleLabels[`${it}-admin`], ...input[it], code: codes[it] }))));
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const errors = useMemo(() => (blank.length > 0 ? blank : refusalErrors(write.refusal, fieldOfRefusal(write.refusal?.code))), [blank, write.refusal]);
  const errorOf = (name: string) => errorAt(errors, name);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = Object.fromEntries(Object.keys(setupAsked).map((name) => [name, String(form.get(name)).trim()])) as Record<keyof typeof setupAsked, string>;
    const { code, unit, name, login } = typed;
    const missing = blankErrors(typed, setupAsked);
    setBlank(missing);
    const other = (it: (typeof others)[number]) => ({ name: typed[`${it}.name`], login: typed[`${it}.login`] });
    if (missing.length === 0) write.send({ code, unit, name, login, password: String(form.get('password')), security: other('security'), audit: other('audit') });
  };
  const person = (prefix: '' | 'security.' | 'audit.') => (
    <>
      <TextField name={`${prefix}name`} label="姓名" error={errorOf(`${prefix}name`)} />
      <TextField name={`${prefix}login`} label="登录名" error={errorOf(`${prefix}login`)} autoComplete={prefix === '' ? 'username' : 'off'} autoCapitalize="off" spellCheck={false} />
    </>
  );
  return (
    <form onSubmit={submit} noValidate>
      <PageTitle title="建立三位管理员" />
      <p className="quiet">系统管理员开账号，安全管理员授权，审计管理员查日志。三人分设，互不兼任，都不办业务。</p>
      <ErrorSummary errors={errors} />
      <TextField name="code" label="一次性口令" hint={`平台启动时打印在窗口里，${SETUP_HOURS} 小时内有效；过期后重新启动会打印新的。`} error={errorOf('code')} autoCapitalize="off" spellCheck={false} />
      <SelectField
        name="unit"
        label="单位"
        placeholder={units.error ? '单位没有读出来，请刷新' : units.data ? '请选择单位' : '正在读取单位…'}
        choices={[...(units.data ?? [])].sort((a, b) => Number(b.kind === 'department') - Number(a.kind === 'department')).map((it) => ({ value: it.id, label: it.name }))}
        hint="三位管理员所在的单位。"
        error={errorOf('unit')}
      />
      <Section title="系统管理员" hint="就是您本人">
        {person('')}
        <PasswordField name="password" label="密码" hint={session.data && passwordHint(session.data.passwordRules)} error={errorOf('password')} autoComplete="new-password" />
      </Section>
      <Section title="安全管理员" hint="用启用码自设密码">{person('security.')}</Section>
      <Section title="审计管理员" hint="用启用码自设密码">{person('audit.')}</Section>
      <FormActions>
        <Button type="submit" variant="primary" busy={write.busy || write.output !== undefined}>建立三位管理员</Button>
      </FormActions>
    </form>
  );
}
