import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
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
    <Dialog
      open
      title={`清除${name}的验证方式`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={write.busy} onClick={() => write.send({ account: id })}>清除</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有清除">{write.refusal.message}</Notice> : null}
      <p>用于本人手机丢失或更换。动态验证码和通行密钥全部作废，正在用的登录立即退出；本人下次用密码登录后重新启用。请先当面核实身份。</p>
    </Dialog>
  );
}
