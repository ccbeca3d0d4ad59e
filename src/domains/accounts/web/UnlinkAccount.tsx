import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
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
    if (code === null) onDone(`${name}的关联已解除，启用码显示过一次。如没有记下，请重新生成。`);
    else onCode({ who: unit.name, name, login, code });
  });
  return (
    <Dialog
      open
      title={`解除${name}的统一认证关联`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={write.busy} onClick={() => write.send({ id })}>解除关联</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有解除">{write.refusal.message}</Notice> : null}
      <p>正在用的登录立即退出；本人用新的启用码设定密码后，改用密码登录。</p>
    </Dialog>
  );
}
