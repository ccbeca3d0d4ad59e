import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { roleLabels } from '../terms.ts';
import type { Grant } from './account-shapes.ts';

const columns: Column<Grant>[] = [
  { key: 'name', head: '姓名与登录名', rowHeader: true, cell: (it) => <TwoLines below={it.login}>{it.name}</TwoLines> },
  { key: 'role', head: '岗位', cell: (it) => <TwoLines below={[it.unit, ...it.also].map((one) => one.name).join('、')}>{roleLabels[it.role]}</TwoLines> },
  { key: 'granted', head: '授予', cell: (it) => <TwoLines below={it.document || '没有写明文件'}>{momentText(it.grantedAt)}，{it.grantedBy ?? '平台'}</TwoLines> },
  { key: 'ended', head: '收回', cell: (it) => (it.endedAt === null ? <span className="quiet">在岗</span> : <>{momentText(it.endedAt)}，{it.endedBy ?? '平台'}</>) },
];

/** Every grant that ever was, the latest first. */
export function GrantHistory({ grants, error }: { grants: readonly Grant[] | undefined; error: unknown }) {
  if (error && !grants) return <ErrorState error={error} title="授权没有读出来" />;
  return <DataTable caption="历次授权" columns={columns} rows={grants} rowKey={(it) => it.id} empty={<EmptyState title="还没有授权" />} />;
}
