import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import type { Account } from './account-shapes.ts';
import { accountsApi } from './accounts-api.ts';
import type { CodeSlip } from './code-slips.ts';

interface UnlinkAccountProps {
  account: Account;
  onClose: () => void;
  onDone: (told: string) => void;
  onCode: (slip: CodeSlip) => void;
}

/** Ends an account's log-in by the city's single sign-on; its person gets a one-time code. */
export function UnlinkAccount({ account: { id, name, login, unit }, onClose, onDone, onCode }: UnlinkAccountProps) {
  const write = useWrite(accountsApi.unlink, ({ code }) => {
    if (code === null) onDone(`${name}的关联已解除，启用码显示过一次。如没有记下，请重发。`);
    else onCode({ who: unit.name, name, login, code });
  });
  return (
    <ConfirmDialog title={`解除${name}的统一认证关联`} act="解除关联" refused="没有解除" write={write} onConfirm={() => write.send({ id })} onClose={onClose}>
      <p>正在用的登录立即退出；本人用新的启用码设定密码后，改用密码登录。</p>
    </ConfirmDialog>
  );
}
