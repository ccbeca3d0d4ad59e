import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
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
    <Dialog
      open
      title={`收回${account.name}的岗位`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={write.busy} onClick={() => write.send({ account: account.id })}>收回</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有收回">{write.refusal.message}</Notice> : null}
      <p>
        {account.name}不再是{account.unit.name}的{account.role ? roleLabels[account.role] : ''}，正在用的登录立即退出。办过的事照旧写着这个名字。
      </p>
    </Dialog>
  );
}
