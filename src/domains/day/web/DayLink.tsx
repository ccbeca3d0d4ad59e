import { hrefOf, useAddress } from '../../../ui/address.ts';
import { AddressLink } from '../../../ui/AddressLink.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type DayRow, projectsApi } from './day-api.ts';

/** The one thing to do about a row, where it is done; a mention is seen by opening it. */
export function DayLink({ row }: { row: DayRow }) {
  const see = useWrite(projectsApi.seeMention);
  const { mention } = row;
  return <AddressLink href={hrefOf(row.path, row.search, useAddress())} aria-label={`${row.action}：${row.title}`} {...(mention === null ? {} : { onClick: () => see.send({ id: mention }) })}>{row.action}</AddressLink>;
}
