import { useQuery } from '@tanstack/react-query';
import { go, hrefOf } from '../../../ui/address.ts';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useParams } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { FollowUpForm } from './FollowUpForm.tsx';
import { projectsApi } from './projects-api.ts';

/** Says one follow-up of a record, quickly: made for a phone. */
export function FollowUpPage() {
  const { id } = useParams('/dossiers/$id/follow-up');
  const query = useQuery(projectsApi.followUps.queryOptions({ input: { id } }));
  return (
    <>
      <PageTitle title="写跟进" above={<Breadcrumb items={[<Link key="record" to="/dossiers/$id" params={{ id }}>返回记录</Link>, '写跟进']} />} />
      <Loaded query={query}>
        {({ forms, mayWrite, today }) => (mayWrite ? (
          <FollowUpForm key={id} id={id} forms={forms} today={today} onDone={() => go(`${hrefOf(`/dossiers/${id}`)}#follow-ups`)} />
        ) : (
          <Notice tone="warn">这条记录不由本单位申报，也不计入本单位，或已经撤回，您只能查看。</Notice>
        ))}
      </Loaded>
    </>
  );
}
