import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useSession } from '../../../ui/session.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { roleLabels } from '../terms.ts';
import type { Account } from './account-shapes.ts';

interface AccountTableProps {
  accounts: readonly Account[] | undefined;
  onDisable: (account: Account) => void;
  onRenew: (account: Account) => void;
  onReopen: (account: Account) => void;
  /** Links an account to the city's single sign-on, or ends that. */
  onLink: (account: Account) => void;
}

/** The accounts; each but one's own can be disabled, opened again, or given a new code. */
export function AccountTable({ accounts, onDisable, onRenew, onReopen, onLink }: AccountTableProps) {
  const { account: self, singleSignOn } = useSession();
  const columns: Column<Account>[] = [
    { key: 'name', head: '姓名与登录名', rowHeader: true, cell: (it) => <TwoLines below={it.login}>{it.name}</TwoLines> },
    { key: 'unit', head: '单位', cell: (it) => it.unit.name },
    { key: 'post', head: '职务', cell: (it) => it.post || <span className="quiet">未填</span> },
    { key: 'role', head: '岗位', cell: (it) => (it.role ? roleLabels[it.role] : <span className="quiet">未授权</span>) },
    {
      key: 'act',
      head: '操作',
      width: '13rem',
      phone: 'meta',
      cell: (it) => {
        if (it.disabled) return <Button small variant="quiet" aria-label={`重新开通${it.name}的账号`} onClick={() => onReopen(it)}>重新开通</Button>;
        if (it.id === self.id) return <span className="quiet">本人，由另一位管理员办理</span>;
        return (
          <>
            {it.linked ? null : <Button small variant="quiet" aria-label={`给${it.name}重发启用码`} onClick={() => onRenew(it)}>重发启用码</Button>}
            {it.linked || singleSignOn ? <Button small variant="quiet" aria-label={`${it.linked ? '解除' : '关联'}${it.name}的统一认证`} onClick={() => onLink(it)}>{it.linked ? '解除统一认证' : '关联统一认证'}</Button> : null}
            <Button small variant="quiet" aria-label={`停用${it.name}的账号`} onClick={() => onDisable(it)}>停用</Button>
          </>
        );
      },
    },
  ];
  return <DataTable caption="账号" columns={columns} rows={accounts} rowKey={(it) => it.id} empty={<EmptyState title="没有这样的账号">停用的账号留在这里，不会删除，以便查对过去的经办人。</EmptyState>} />;
}
