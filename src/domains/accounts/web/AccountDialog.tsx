import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt } from '../../../ui/form-errors.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi, accountsQueries } from './accounts-api.ts';
import type { CodeSlip } from './code-slips.ts';
import { accountErrors, emptyAccount, type NewAccount } from './account-errors.ts';

interface AccountDialogProps {
  onClose: () => void;
  onDone: (told: string) => void;
  onCode: (slip: CodeSlip) => void;
}

/** Makes an account. Its one-time code is shown by who opened this, once. */
export function AccountDialog({ onClose, onDone, onCode }: AccountDialogProps) {
  const { data: units } = useQuery(accountsQueries.units.queryOptions({ staleTime: 600_000 }));
  const [typed, setTyped] = useState<NewAccount>(emptyAccount);
  const [asked, setAsked] = useState<NewAccount>();
  const write = useWrite(accountsApi.create, ({ code }, { name, login, unit }) => {
    if (code === null) onDone(`账号“${login}”已经建好，启用码显示过一次。如没有记下，请重发。`);
    else onCode({ who: units?.find((it) => it.id === unit)?.name ?? '', name, login, code });
  });
  const errors = asked ? accountErrors(asked, write.refusal) : [];
  const error = (name: string) => errorAt(errors, name);
  const field = (name: keyof NewAccount) => ({ name, value: typed[name], error: error(name), onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) });
  const send = () => {
    write.reset();
    setAsked(typed);
    if (accountErrors(typed).length > 0) return;
    write.send(typed);
  };
  return (
    <Drawer
      open
      title="新建账号"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>建立账号</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <TextField {...field('name')} label="姓名" maxLength={64} />
      <TextField {...field('login')} label="登录名" hint="字母、数字或姓名拼音，以后不能改。" maxLength={64} short />
      <SelectField {...field('unit')} label="单位" placeholder="请选择单位" choices={units?.map((it) => ({ value: it.id, label: it.name })) ?? []} />
      <TextField {...field('post')} label="职务" optional maxLength={64} />
    </Drawer>
  );
}
