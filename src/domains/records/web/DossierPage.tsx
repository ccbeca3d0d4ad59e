import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useParams } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DossierView } from './DossierView.tsx';
import { recordsApi } from './records-api.ts';

/** One record with everything that is known of it. */
export function DossierPage() {
  const { id } = useParams('/dossiers/$id');
  const query = useQuery(recordsApi.dossier.queryOptions({ input: { id } }));
  return (
    <>
      {query.data ? null : <PageTitle title="记录" />}
      <Loaded query={query} waiting={<Skeleton lines={10} />}>
        {(dossier) => <DossierView key={dossier.id} dossier={dossier} onReload={() => void query.refetch()} />}
      </Loaded>
    </>
  );
}
