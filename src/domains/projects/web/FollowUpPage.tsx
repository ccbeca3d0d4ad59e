import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { FollowUpForm } from './FollowUpForm.tsx';
import { projectsApi } from './projects-api.ts';

/** Says one follow-up of a record, quickly: made for a phone. */
export function FollowUpPage() {
  const { id } = useParams({ from: '/shell/dossiers/$id/follow-up' });
  const query = useQuery(projectsApi.followUps.queryOptions({ input: { id } }));
  const navigate = useNavigate();
  return (
    <>
      <PageTitle title="写跟进" above={<Breadcrumb items={[<Link key="record" to="/dossiers/$id" params={{ id }}>返回记录</Link>, '写跟进']} />} />
      <Loaded query={query}>
        {({ forms, mayWrite, today }) => (mayWrite ? (
          <FollowUpForm key={id} id={id} forms={forms} today={today} onDone={() => void navigate({ to: '/dossiers/$id', params: { id }, hash: 'follow-ups' })} />
        ) : (
          <Notice tone="warn">这条记录不由本单位申报，也不计入本单位，或已经撤回，您只能查看。</Notice>
        ))}
      </Loaded>
    </>
  );
}
