import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import type { Account } from './account-shapes.ts';
import { accountsApi } from './accounts-api.ts';
import type { CodeSlip } from './code-slips.ts';

interface AccountRenewProps {
  /** `renew` for an account in use, `reopen` for a disabled one. */
  act: 'renew' | 'reopen';
  account: Account;
  onClose: () => void;
  onDone: (told: string) => void;
  onCode: (slip: CodeSlip) => void;
}

/** Asks once before a new one-time code: in the place of the one before, or to open a disabled account again. */
export function AccountRenew({ act, account: { id, name, login, unit }, onClose, onDone, onCode }: AccountRenewProps) {
  const write = useWrite(act === 'renew' ? accountsApi.renewCode : accountsApi.reopen, ({ code }) => {
    if (code === null) onDone('新的启用码显示过一次。如没有记下，请再生成一个。');
    else onCode({ who: unit.name, name, login, code });
  });
  return (
    <Dialog
      open
      title={act === 'renew' ? `给${name}重发启用码` : `重新开通${name}的账号`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={() => write.send({ id })}>生成启用码</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有生成">{write.refusal.message}</Notice> : null}
      <p>{act === 'renew' ? '本人用新的启用码重设密码，设好后原来的密码和登录全部作废。请先核实是本人提出的。' : '本人用启用码重设密码、重新启用验证方式；原来的岗位不恢复，由安全管理员另行授权。'}</p>
    </Dialog>
  );
}
