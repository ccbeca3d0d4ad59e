import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
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
    <ConfirmDialog title={`停用${name}的账号`} act="停用" refused="没有停用" write={write} onConfirm={() => write.send({ id })} onClose={onClose}>
      <p>
        {unit.name}的“{login}”会立即退出，不能再登录。以前经办的记录照旧写着这个名字，不会删除。
      </p>
    </ConfirmDialog>
  );
}
