import { useQuery } from '@tanstack/react-query';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useParams } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { importsApi } from './imports-api.ts';
import { ImportState } from './ImportState.tsx';
import { ImportSummary } from './ImportSummary.tsx';
import { ImportView } from './ImportView.tsx';

/** One import from preview to result; it can be left and come back to. */
export function ImportPage() {
  const { id } = useParams('/imports/$id');
  const query = useQuery(
    importsApi.one.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
    }),
  );
  const { data } = query;
  return (
    <>
      <PageTitle
        title={data ? titleOf(data.files) : '导入台账'}
        above={<Breadcrumb items={[<Link key="imports" to="/imports">导入台账</Link>, '一次导入']} />}
        marks={data ? <><ImportState state={data.state} />{data.document === null ? null : <Tag variant="ginkgo" look="soft">期初建账</Tag>}</> : undefined}
        summary={data ? <ImportSummary data={data} /> : undefined}
      />
      <Loaded query={query}>{(it) => <ImportView key={it.id} data={it} />}</Loaded>
    </>
  );
}

function titleOf(files: readonly string[]): string {
  return files.length > 1 ? `${files[0]} 等 ${files.length} 个文件` : (files[0] ?? '导入台账');
}
