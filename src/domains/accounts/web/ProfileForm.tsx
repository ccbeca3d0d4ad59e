import { type SubmitEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { FormActions } from '../../../ui/FormActions.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type ProfileId, profileIds, profiles } from '../terms.ts';
import { accountsApi } from './accounts-api.ts';

/** Puts the other profile in force, with the reason. */
export function ProfileForm({ current, onDone }: { current: ProfileId; onDone: (told: string) => void }) {
  const write = useWrite(accountsApi.chooseProfile, (_, input) => onDone(`已切换为“${profiles[input.profile].label}”。`));
  const [blank, setBlank] = useState(false);
  const other = profileIds.find((it) => it !== current)!;
  const errors = blank ? [{ name: 'reason', message: '请写明切换的原因或依据' }] : refusalErrors(write.refusal, '');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setBlank(reason === '');
    if (reason !== '') write.send({ profile: other, reason });
  };
  return (
    <form key={current} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <TextField name="reason" label="原因或依据" error={errorAt(errors, 'reason')} maxLength={64} />
      <FormActions>
        <Button type="submit" variant="primary" busy={write.busy}>切换为“{profiles[other].label}”</Button>
      </FormActions>
    </form>
  );
}
