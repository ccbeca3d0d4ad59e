import { AddressLink, type AddressLinkProps } from './AddressLink.tsx';
import { hrefOf, type SearchChange, useAddress } from './address.ts';
import { fillPath, type ParamName, type Params } from './page-path.ts';
import type { Pattern } from './pages.ts';

export type LinkProps<To extends Pattern> = Omit<AddressLinkProps, 'href'> & {
  to: To;
  /** All that stands behind the `?`, but for the year, which goes along. */
  search?: SearchChange | undefined;
  /** The id of the part of the page to lead to. */
  part?: string | undefined;
} & ([ParamName<To>] extends [never] ? { params?: undefined } : { params: Params<To> });

/** A link to a page: `<Link to="/dossiers/$id" params={{ id }}>`. */
export function Link<To extends Pattern>({ to, params, search = {}, part, ...rest }: LinkProps<To>) {
  const href = hrefOf(fillPath(to, params), search, useAddress());
  return <AddressLink {...rest} href={part === undefined ? href : `${href}#${part}`} />;
}
