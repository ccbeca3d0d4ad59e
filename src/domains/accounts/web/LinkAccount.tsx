import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import type { Account } from './account-shapes.ts';
import { accountsApi } from './accounts-api.ts';

interface LinkAccountProps {
  account: Account;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Lets a person of the city's single sign-on log in to an account. */
export function LinkAccount({ account: { id, name }, onClose, onDone }: LinkAccountProps) {
  const [subject, setSubject] = useState('');
  const [blank, setBlank] = useState(false);
  const write = useWrite(accountsApi.link, () => onDone(`${name}从现在起用统一认证登录。`));
  const send = () => {
    setBlank(subject.trim() === '');
    if (subject.trim() !== '') write.send({ id, subject });
  };
  return (
    <ConfirmDialog title={`给${name}关联统一认证`} act="关联" variant="primary" refused="没有关联" write={write} onConfirm={send} onClose={onClose}>
      <TextField name="subject" label="统一认证的人员编号" hint="本人点“统一认证登录”时页面会显示，请当面核对身份。" value={subject} onChange={(event) => setSubject(event.target.value)} maxLength={255} spellCheck={false} error={blank ? '请填写统一认证的人员编号' : undefined} />
      <p>关联后原来的密码和启用码作废，正在用的登录立即退出，以后只用统一认证或通行密钥登录。</p>
    </ConfirmDialog>
  );
}
