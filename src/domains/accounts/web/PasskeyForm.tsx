import { type SubmitEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi } from './accounts-api.ts';
import { makePasskey } from './passkey-browser.ts';

/** Makes a passkey on this device, under a name by which its person knows it again. */
export function PasskeyForm({ onDone }: { onDone: () => void }) {
  const write = useWrite(async ({ name }: { name: string }, options: Parameters<typeof accountsApi.addPasskey>[1]) => accountsApi.addPasskey({ name, passkey: await makePasskey() }, options), onDone);
  const [blank, setBlank] = useState(false);
  const errors = blank ? [{ name: 'name', message: '请给通行密钥起个名字' }] : refusalErrors(write.refusal, '');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setBlank(name === '');
    if (name !== '') write.send({ name });
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <TextField name="name" label="通行密钥的名字" hint="便于认出是哪台设备或哪把钥匙，如“办公室电脑”。" error={errorAt(errors, 'name')} maxLength={64} short />
      <FormActions>
        <Button type="submit" busy={write.busy}>新建通行密钥</Button>
      </FormActions>
    </form>
  );
}
