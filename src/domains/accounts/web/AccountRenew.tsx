import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
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
  const renews = act === 'renew';
  const write = useWrite(renews ? accountsApi.renewCode : accountsApi.reopen, ({ code }) => {
    if (code === null) onDone('新的启用码显示过一次。如没有记下，请再重发一次。');
    else onCode({ who: unit.name, name, login, code });
  });
  return (
    <ConfirmDialog title={renews ? `给${name}重发启用码` : `重新开通${name}的账号`} act={renews ? '重发启用码' : '生成启用码'} variant="primary" refused={renews ? '没有重发' : '没有生成'} write={write} onConfirm={() => write.send({ id })} onClose={onClose}>
      <p>{renews ? '本人用新的启用码重设密码，设好后原来的密码和登录全部作废。请先核实是本人提出的。' : '本人用启用码重设密码、重新启用验证方式；原来的岗位不恢复，由安全管理员另行授权。'}</p>
    </ConfirmDialog>
  );
}
