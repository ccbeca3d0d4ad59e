import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { PASSWORD_LENGTH, roleLabels, roles } from '../terms.ts';
import { accountsApi, accountsQueries } from './accounts-api.ts';
import { accountErrors, emptyAccount, type NewAccount } from './account-errors.ts';

/** Makes an account with a first password, which nobody sees again afterwards. */
export function AccountDialog({ onClose, onDone }: { onClose: () => void; onDone: (told: string) => void }) {
  const { data: units } = useQuery(accountsQueries.units.queryOptions({ staleTime: 600_000 }));
  const [typed, setTyped] = useState<NewAccount>(emptyAccount);
  const [asked, setAsked] = useState<NewAccount>();
  const write = useWrite(accountsApi.create, (_, { name, login }) => onDone(`已为${name}建立账号“${login}”。密码不会再显示，请当面告知本人。`));
  const errors = asked ? accountErrors(asked, write.refusal) : [];
  const error = (name: string) => errors.find((it) => it.name === name)?.message;
  const field = (name: keyof NewAccount) => ({ name, value: typed[name], error: error(name), onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) });
  const send = () => {
    write.reset();
    setAsked(typed);
    if (accountErrors(typed).length > 0) return;
    const { role, ...rest } = typed;
    const known = roles.find((it) => it === role);
    if (known) write.send({ ...rest, role: known });
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
      <TextField {...field('post')} label="岗位" optional maxLength={64} />
      <SelectField {...field('role')} label="角色" placeholder="请选择角色" hint="决定能看什么、能办什么；谁认定谁另按机制的规定。" choices={roles.map((it) => ({ value: it, label: roleLabels[it] }))} />
      <PasswordField {...field('password')} label="初始密码" autoComplete="new-password" hint={`至少 ${PASSWORD_LENGTH} 个字符，请当面告知本人。`} />
    </Drawer>
  );
}
