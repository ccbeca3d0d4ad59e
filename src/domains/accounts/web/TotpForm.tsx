import { type SubmitEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi } from './accounts-api.ts';
import { CodeField } from './CodeField.tsx';
import { SeedCode } from './SeedCode.tsx';

/** Sets up an authenticator app: the QR code first, then a first code of it. */
export function TotpForm({ again, onDone }: { /** Whether it takes the place of another. */ again: boolean; onDone: () => void }) {
  const begin = useWrite(accountsApi.beginTotp);
  const confirm = useWrite(accountsApi.confirmTotp, onDone);
  const [blank, setBlank] = useState(false);
  const shown = begin.output?.shown;
  const errors = blank ? [{ name: 'code', message: '请填写动态验证码' }] : refusalErrors(confirm.refusal, 'code');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code')).trim();
    setBlank(code === '');
    if (code !== '') confirm.send({ code });
  };
  if (!shown) {
    return (
      <>
        {begin.refusal ? <Notice tone="error" title="没有开始">{begin.refusal.message}</Notice> : null}
        <FormActions>
          <Button variant={again ? 'plain' : 'primary'} busy={begin.busy} onClick={() => begin.send(undefined)}>{again ? '换一部手机' : '启用动态验证码'}</Button>
        </FormActions>
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>用手机上的身份验证器应用扫描二维码，再填应用里显示的六位数字。</p>
      <SeedCode {...shown} />
      <ErrorSummary errors={errors} />
      <CodeField error={errorAt(errors, 'code')} hint="应用里当前显示的六位数字，每 30 秒换一次。" />
      <FormActions>
        <Button type="submit" variant="primary" busy={confirm.busy}>核对并启用</Button>
      </FormActions>
    </form>
  );
}
