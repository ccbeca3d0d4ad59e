import { ErrorState } from '../ui/ErrorState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Gate } from './Gate.tsx';

/** Nothing can be shown without knowing who is at work. */
export function ShellError({ error }: { error: unknown }) {
  return (
    <Gate>
      <PageTitle title="平台没有打开" />
      <ErrorState error={error} onRetry={() => location.reload()} />
    </Gate>
  );
}
