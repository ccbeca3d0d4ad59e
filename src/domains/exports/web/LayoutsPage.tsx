import { useQuery } from '@tanstack/react-query';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { exportsApi } from './exports-api.ts';
import { LayoutEditor } from './LayoutEditor.tsx';
import { LayoutList } from './LayoutList.tsx';

/** The forms in which registers leave and come back; one's own unit keeps its own. */
export function LayoutsPage() {
  const { edit } = useSearch('/layouts');
  const mayKeep = useMay('layouts:keep');
  const query = useQuery(exportsApi.layouts.queryOptions());
  const own = query.data?.filter((it) => it.own).length ?? 0;
  const edited = mayKeep ? query.data?.find((it) => it.id === edit) : undefined;
  return (
    <>
      <PageTitle
        title="台账版式"
        above={<Breadcrumb items={[<Link key="exports" to="/exports">导出台账</Link>, '台账版式']} />}
        summary={own > 0 ? <>本单位自存 <b className="num">{own}</b> 个</> : '选哪些列、怎么排、叫什么，存成本单位的版式，导出和传回都认得'}
      />
      <Loaded query={query}>
        {(layouts) => (edited ? <LayoutEditor key={`${edited.id} ${edited.version}`} layout={edited} /> : <LayoutList layouts={layouts} mayKeep={mayKeep} />)}
      </Loaded>
    </>
  );
}
