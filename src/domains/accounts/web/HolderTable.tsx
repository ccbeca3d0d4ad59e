import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { useSession } from '../../../ui/session.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { roleLabels } from '../terms.ts';
import type { Account, Grant } from './account-shapes.ts';

/** An account with its standing grant, where it has one. */
interface Holder {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly account: Account | undefined;
  readonly grant: Grant | undefined;
}

interface HolderTableProps {
  grants: readonly Grant[] | undefined;
  /** Given to who grants: those without a grant are shown first. */
  accounts: readonly Account[] | undefined;
  error: unknown;
  onGrant: ((account: Account) => void) | undefined;
  onTake: ((account: Account) => void) | undefined;
  /** Forgets the second factors. */
  onClear: ((account: Account) => void) | undefined;
}

/** Who holds what now. */
export function HolderTable({ grants, accounts, error, onGrant, onTake, onClear }: HolderTableProps) {
  const { account: self } = useSession();
  if (error && !grants) return <ErrorState error={error} title="授权没有读出来" />;
  const of = (it: Account): Holder => ({ id: it.id, name: it.name, login: it.login, account: it, grant: grants?.find((one) => one.account === it.id) });
  const held = onGrant ? accounts?.map(of).sort((a, b) => Number(a.grant !== undefined) - Number(b.grant !== undefined)) : grants?.map((it): Holder => ({ id: it.account, name: it.name, login: it.login, account: undefined, grant: it }));
  const columns: Column<Holder>[] = [
    { key: 'name', head: '姓名与登录名', rowHeader: true, cell: (it) => <TwoLines below={it.login}>{it.name}</TwoLines> },
    { key: 'role', head: '岗位', cell: (it) => (it.grant ? <TwoLines below={it.grant.unit.name}>{roleLabels[it.grant.role]}</TwoLines> : <span className="quiet">等待授权</span>) },
    { key: 'also', head: '分管单位', cell: (it) => it.grant?.also.map((one) => one.name).join('、') || <span className="quiet">无</span> },
    { key: 'since', head: '何时何人授权', cell: (it) => (it.grant ? <TwoLines below={it.grant.document || '没有写明文件'}>{momentText(it.grant.grantedAt)}，{it.grant.grantedBy ?? '平台'}</TwoLines> : null) },
  ];
  if (onGrant && onTake && onClear) {
    columns.push({
      key: 'act',
      head: '操作',
      width: '15rem',
      cell: ({ account, grant, name, id }) => {
        if (id === self.id) return <span className="quiet">本人，由另一位安全管理员办理</span>;
        return (
          <>
            <Button small variant="quiet" aria-label={grant ? `更改${name}的岗位` : `给${name}授权`} onClick={() => onGrant(account!)}>{grant ? '更改' : '授权'}</Button>
            {grant ? <Button small variant="quiet" aria-label={`收回${name}的岗位`} onClick={() => onTake(account!)}>收回</Button> : null}
            <Button small variant="quiet" aria-label={`清除验证：${name}`} onClick={() => onClear(account!)}>清除验证</Button>
          </>
        );
      },
    });
  }
  return <DataTable caption="现在的授权" columns={columns} rows={held} rowKey={(it) => it.id} empty={<EmptyState title="还没有授权">账号建好以后，在这里授予岗位。</EmptyState>} />;
}
