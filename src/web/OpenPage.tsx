import { useMemo } from 'react';
import { useAddress } from '../ui/address.ts';
import { PageProvider } from '../ui/pages.ts';
import { NotFound } from './NotFound.tsx';
import { PagePending } from './PagePending.tsx';
import { pageAt } from './pages.ts';
import { useArrival } from './use-arrival.ts';
import { useFetched } from './use-fetched.ts';

/** The page of the address, or that it is being fetched, or that there is none. */
export function OpenPage() {
  const address = useAddress();
  const found = useMemo(() => pageAt(address.path), [address.path]);
  const here = useMemo(() => ({ params: found?.params ?? {}, search: found?.page.read(address.search) ?? {} }), [found, address.search]);
  const Component = useFetched(found?.page);
  useArrival(address, !found || Component !== undefined);
  if (!found) return <NotFound />;
  return Component ? <PageProvider value={here}><Component /></PageProvider> : <PagePending />;
}
