import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import type { Account } from './account-shapes.ts';
import { accountsApi } from './accounts-api.ts';

export interface AccountDisableProps {
  account: Account;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Asks once before an account is closed. */
export function AccountDisable({ account: { id, name, login, unit }, onClose, onDone }: AccountDisableProps) {
  const write = useWrite(accountsApi.disable, () => onDone(`${name}的账号已停用。`));
  return (
    <Dialog
      open
      title={`停用${name}的账号`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={write.busy} onClick={() => write.send({ id })}>停用</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有停用">{write.refusal.message}</Notice> : null}
      <p>
        {unit.name}的“{login}”会立即退出，不能再登录。以前经办的记录照旧写着这个名字，不会删除。
      </p>
    </Dialog>
  );
}
