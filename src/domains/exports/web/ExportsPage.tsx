import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ExportList } from './ExportList.tsx';
import { exportsApi } from './exports-api.ts';

/** Lists on their way out as Excel files: a new one, and those of the last 30 days. */
export function ExportsPage() {
  const query = useQuery(exportsApi.list.queryOptions({ refetchInterval: ({ state }) => (state.data?.some((it) => it.state === 'running') ? 1_000 : false) }));
  const running = query.data?.filter((it) => it.state === 'running').length ?? 0;
  return (
    <>
      <PageTitle
        title="导出台账"
        summary={running > 0 ? <>有 <b className="num">{running}</b> 份正在后台写，可以离开，回来再下载</> : '按本单位的格式导出，改好后原样传回即可更新'}
        actions={<LinkButton to="/layouts">台账版式</LinkButton>}
      />
      <ExportForm />
      <ExportList query={query} />
    </>
  );
}
