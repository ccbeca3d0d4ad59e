import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useParams, useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { EnterForm } from './EnterForm.tsx';
import { enterTitle } from './entering.ts';
import { useForm } from './use-form.ts';

/** Entering a record of a register by hand. */
export function EnterPage() {
  const { kind } = useParams('/registers/$kind/new');
  const { project } = useSearch('/registers/$kind/new');
  const query = useForm(kind);
  return (
    <>
      <PageTitle
        title={query.data ? enterTitle(query.data) : '新增'}
        above={query.data ? <Breadcrumb items={[<Link key="register" to="/registers/$kind" params={{ kind }}>{query.data.sheet}</Link>, '新增']} /> : undefined}
        summary={query.data ? (query.data.courses[0]?.hint ?? `由${query.data.unit.name}申报`) : undefined}
      />
      <Loaded query={query}>
        {(form) => (form.mayEnter ? <EnterForm key={form.kind} form={form} project={project} /> : <EmptyState title="您的岗位不登记记录">由各单位的经办人登记；需要时请联系本单位经办人。</EmptyState>)}
      </Loaded>
    </>
  );
}
