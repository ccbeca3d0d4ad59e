import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import type { Account } from './account-shapes.ts';
import { accountsApi } from './accounts-api.ts';

interface ClearFactorsProps {
  account: Account;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Asks once before somebody's second factors are forgotten. */
export function ClearFactors({ account: { id, name }, onClose, onDone }: ClearFactorsProps) {
  const write = useWrite(accountsApi.clearFactors, () => onDone(`${name}的验证方式已清除，下次登录时重新启用。`));
  return (
    <ConfirmDialog title={`清除${name}的验证方式`} act="清除" refused="没有清除" write={write} onConfirm={() => write.send({ account: id })} onClose={onClose}>
      <p>用于本人手机丢失或更换。动态验证码和通行密钥全部作废，正在用的登录立即退出；本人下次用密码登录后重新启用。请先当面核实身份。</p>
    </ConfirmDialog>
  );
}
