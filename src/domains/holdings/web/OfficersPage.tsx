import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { HandOverForm } from './HandOverForm.tsx';
import { holdingsApi } from './holdings-api.ts';

/** 交接经办人: when an officer moves post, what is theirs goes to another of the unit, all at once. */
export function OfficersPage() {
  const query = useQuery(holdingsApi.officers.queryOptions());
  const [told, setTold] = useState<string>();
  return (
    <>
      <PageTitle title="交接经办人" above={<Breadcrumb items={[<Link key="up" to="/first-report">首报首谈</Link>, '交接经办人']} />} summary="同志调岗时，把名下的项目一次交给本单位另一位同志" />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Loaded query={query}>
        {(data) => (data.officers.length === 0 ? <EmptyState title="没有在办的项目">登记的线索出现在这里。</EmptyState> : <HandOverForm key={JSON.stringify(data)} data={data} onTold={setTold} />)}
      </Loaded>
    </>
  );
}
