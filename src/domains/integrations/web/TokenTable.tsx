import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { Token } from './integrations-api.ts';

const states: Record<Token['state'], string> = { good: '有效', expired: '已过期', revoked: '已吊销', unusable: '账号已停用或改任' };

/** Tokens that were ever made; those that are good can be revoked. */
export function TokenTable({ tokens, onRevoke }: { tokens: readonly Token[] | undefined; onRevoke: (token: Token) => void }) {
  const columns: Column<Token>[] = [
    { key: 'name', head: '系统与账号', rowHeader: true, cell: (it) => <TwoLines below={`${it.account.name}（${it.account.login}）`}>{it.name}</TwoLines> },
    { key: 'rights', head: '权限', cell: (it) => it.rights.map((one) => one.label).join('、') },
    { key: 'state', head: '状态', cell: (it) => <TwoLines below={it.revokedAt ? momentText(it.revokedAt) : `至 ${it.expiresOn}`}>{states[it.state]}</TwoLines> },
    { key: 'used', head: '最近使用', cell: (it) => it.usedOn ?? <span className="quiet">没有用过</span> },
    {
      key: 'act',
      head: '操作',
      width: '6rem',
      cell: (it) => (it.state === 'revoked' ? null : <Button small variant="quiet" aria-label={`吊销${it.name}的令牌`} onClick={() => onRevoke(it)}>吊销</Button>),
    },
  ];
  return <DataTable caption="接口令牌" columns={columns} rows={tokens} rowKey={(it) => it.id} empty={<EmptyState title="还没有签发令牌">别的系统凭令牌读取平台的数据，用法见接口说明 /api/v1/openapi.json 。</EmptyState>} />;
}
