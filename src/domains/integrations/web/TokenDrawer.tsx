import { useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, inputErrors } from '../../../ui/form-errors.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { integrationsApi, type Tokens } from './integrations-api.ts';
import { TickList } from './TickList.tsx';

interface TokenDrawerProps {
  tokens: Tokens;
  onClose: () => void;
  /** The token is null where it was shown before. */
  onMade: (name: string, token: string | null) => void;
}

/** Makes a token for another system: as which account, with which rights, until when. */
export function TokenDrawer({ tokens: { accounts, rights }, onClose, onMade }: TokenDrawerProps) {
  const [typed, setTyped] = useState({ account: accounts.length === 1 ? accounts[0]!.id : '', name: '', expiresOn: '' });
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const write = useWrite(integrationsApi.makeToken, ({ token }, { name }) => onMade(name, token));
  const errors = inputErrors(blank, write.refusal, 'expiresOn');
  const errorOf = (name: string) => errorAt(errors, name);
  const field = (name: keyof typeof typed) => ({ name, value: typed[name], error: errorOf(name), onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) });
  const send = () => {
    const missing = [
      ...(typed.account === '' ? [{ name: 'account', message: '请选择账号' }] : []),
      ...(typed.name.trim() === '' ? [{ name: 'name', message: '请写明给哪个系统用' }] : []),
      ...(ticked.length === 0 ? [{ name: 'rights', message: '请至少选择一项权限' }] : []),
      ...(typed.expiresOn === '' ? [{ name: 'expiresOn', message: '请选择有效期' }] : []),
    ];
    setBlank(missing);
    if (missing.length === 0) write.send({ ...typed, rights: [...ticked] });
  };
  return (
    <Drawer
      open
      title="签发令牌"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>签发</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <SelectField {...field('account')} label="账号" hint="岗位为“系统对接”的账号；令牌做的事都记在它名下。" placeholder="请选择账号" choices={accounts.map((it) => ({ value: it.id, label: `${it.name}（${it.login}）` }))} />
      <TextField {...field('name')} label="给哪个系统用" maxLength={64} />
      <TickList name="rights" legend="权限，够用即可" items={rights} ticked={ticked} error={errorOf('rights')} onChange={setTicked} />
      <DayField {...field('expiresOn')} label="有效期至" hint="最长一年，到期另发。" />
    </Drawer>
  );
}
