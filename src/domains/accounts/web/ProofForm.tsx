import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi } from './accounts-api.ts';
import { CodeField } from './CodeField.tsx';
import { askPasskey } from './passkey-browser.ts';

interface ProofFormProps {
  /** Whether passkeys can be used here. */
  passkeys: boolean;
  onDone: () => void;
  /** A further button. */
  aside?: ReactNode;
}

/** Shows the second factor: the code of an authenticator app, or a passkey. */
export function ProofForm({ passkeys, onDone, aside }: ProofFormProps) {
  const code = useWrite(accountsApi.prove, onDone);
  const passkey = useWrite(async (_: null, options: Parameters<typeof accountsApi.prove>[1]) => accountsApi.prove(await askPasskey(), options), onDone);
  const [blank, setBlank] = useState(false);
  const errors = blank ? [{ name: 'proof', message: '请填写动态验证码' }] : refusalErrors(code.refusal ?? passkey.refusal, code.refusal ? 'proof' : '');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('proof')).trim();
    passkey.reset();
    setBlank(typed === '');
    if (typed !== '') code.send({ code: typed });
  };
  const usePasskey = () => {
    setBlank(false);
    code.reset();
    passkey.send(null);
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <CodeField name="proof" error={errorAt(errors, 'proof')} />
      <FormActions>
        <Button type="submit" variant="primary" busy={code.busy}>核对</Button>
        {passkeys ? <Button busy={passkey.busy} onClick={usePasskey}>用通行密钥</Button> : null}
        {aside}
      </FormActions>
    </form>
  );
}
