import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useSession } from '../../../ui/session.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { roleLabels } from '../terms.ts';
import type { Account } from './account-shapes.ts';

/** The accounts; each can be disabled but one's own. */
export function AccountTable({ accounts, onDisable }: { accounts: readonly Account[] | undefined; onDisable: (account: Account) => void }) {
  const { account: self } = useSession();
  const columns: Column<Account>[] = [
    { key: 'name', head: '姓名与登录名', rowHeader: true, cell: (it) => <TwoLines below={it.login}>{it.name}</TwoLines> },
    { key: 'unit', head: '单位', cell: (it) => it.unit.name },
    { key: 'post', head: '岗位', cell: (it) => it.post || <span className="quiet">未填</span> },
    { key: 'role', head: '角色', cell: (it) => roleLabels[it.role] },
    {
      key: 'act',
      head: '操作',
      width: '9rem',
      phone: 'aside',
      cell: (it) => {
        if (it.disabled) return <span className="quiet">已停用</span>;
        if (it.id === self.id) return <span className="quiet">本人，不能停用</span>;
        return <Button small variant="quiet" aria-label={`停用${it.name}的账号`} onClick={() => onDisable(it)}>停用</Button>;
      },
    },
  ];
  return <DataTable caption="账号" columns={columns} rows={accounts} rowKey={(it) => it.id} empty={<EmptyState title="没有这样的账号">停用的账号留在这里，不会删除，以便查对过去的经办人。</EmptyState>} />;
}
