import type { ApiRefusal } from '../../../ui/api-refusal.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Why files or an import were not taken, in the server's words. */
export function ImportRefusal({ refusal, title }: { refusal: ApiRefusal | undefined; title: string }) {
  if (!refusal) return null;
  return (
    <Notice tone="error" title={title}>
      <p>{refusal.message}</p>
      {refusal.details.length > 0 ? <ul>{refusal.details.map((it) => <li key={it}>{it}</li>)}</ul> : null}
    </Notice>
  );
}
