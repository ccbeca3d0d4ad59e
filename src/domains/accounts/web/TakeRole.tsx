import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { roleLabels } from '../terms.ts';
import type { Account } from './account-shapes.ts';
import { accountsApi } from './accounts-api.ts';

interface TakeRoleProps {
  account: Account;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Asks once before a role is taken away. */
export function TakeRole({ account, onClose, onDone }: TakeRoleProps) {
  const write = useWrite(accountsApi.takeRole, () => onDone(`${account.name}的岗位已收回。`));
  return (
    <ConfirmDialog title={`收回${account.name}的岗位`} act="收回" refused="没有收回" write={write} onConfirm={() => write.send({ account: account.id })} onClose={onClose}>
      <p>
        {account.name}不再是{account.unit.name}的{account.role ? roleLabels[account.role] : ''}，正在用的登录立即退出。办过的事照旧写着这个名字。
      </p>
    </ConfirmDialog>
  );
}
