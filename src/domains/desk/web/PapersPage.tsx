import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { fileSize } from '../../../ui/file-choice.ts';
import { Link } from '../../../ui/Link.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { deskApi, deskQueries } from './desk-api.ts';
import type { Paper } from './shapes.ts';
import './Desk.css';

const columns: Column<Paper>[] = [
  { key: 'what', head: '指标', rowHeader: true, cell: (it) => <TwoLines below={`${it.owner.name}・${it.windowLabel}・${it.standing === 'certified' ? '认定口径' : '申报口径'}`}><Link to="/figures/$measure/$owner/$window" params={{ measure: it.measure.id, owner: it.owner.id, window: it.window }} search={{ standing: it.standing }}>{it.measure.name}</Link></TwoLines> },
  { key: 'at', head: '何时要的', cell: (it) => <span className="num nowrap">{momentText(it.at)}</span> },
  { key: 'sha', head: '校验码（SHA-256）', cell: (it) => (it.sha256 === null ? null : <code className="desk-sha">{it.sha256}</code>) },
  { key: 'state', head: '底稿', phone: 'aside', cell: (it) => stateOf(it) },
];

function stateOf(it: Paper) {
  if (it.failed !== null) return it.failed;
  if (it.sha256 === null) return <Progress label="正在制作" share={it.total === 0 ? 0 : it.done / it.total} tone="teal" />;
  if (it.size === null) return '已过保存期，请重新制作';
  return <a href={`/api/v1/working-papers/${it.id}/pack.zip`} download>下载（{fileSize(it.size)}）</a>;
}

/** 工作底稿: a figure with everything that it stands on, as one file. */
export function PapersPage() {
  const { measure, owner, window, standing = 'certified' } = useSearch('/papers');
  const query = useQuery({ ...deskQueries.papers.queryOptions(), refetchInterval: (it) => (it.state.data?.some((one) => one.sha256 === null && one.failed === null) ? 1000 : false) });
  const write = useWrite(deskApi.askPaper);
  const asked = measure !== undefined && owner !== undefined && window !== undefined ? { measure, owner, window, standing } : undefined;
  return (
    <>
      <PageTitle title="工作底稿" summary="一个数和它依据的全部：计数、事实、认定、佐证、规则、口径和审计证明，一个压缩包。" />
      {write.refusal ? <Notice tone="error" title="没有办成">{write.refusal.message}</Notice> : null}
      {asked ? <Notice action={<Button variant="primary" busy={write.busy} onClick={() => write.send(asked)}>制作工作底稿</Button>}>为刚才打开的数制作一份底稿；制作在后台进行，可以离开本页。谁在何时制作，记入操作日志。</Notice> : null}
      {query.error && !query.data ? <ErrorState error={query.error} title="没有读出来" onRetry={() => void query.refetch()} /> : (
        <DataTable caption="本人要过的工作底稿" columns={columns} rows={query.data} rowKey={(it) => it.id} empty={<EmptyState title="还没有底稿">从任务总表或占比页打开一个数，点“工作底稿”。</EmptyState>} />
      )}
    </>
  );
}
