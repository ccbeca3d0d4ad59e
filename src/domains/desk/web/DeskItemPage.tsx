import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { addressShown, go, hrefOf } from '../../../ui/address.ts';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useParams, useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useShortcuts } from '../../../ui/use-shortcuts.ts';
import { rowKey } from './desk-acts.ts';
import { recordsQueries } from './desk-api.ts';
import { DeskItem } from './DeskItem.tsx';
import type { DeskRow } from './shapes.ts';
import { useDesk } from './use-desk.ts';
import './Desk.css';

/** One milestone beside its evidence. J and K walk the list that it was opened from; what is done leads to the next. */
export function DeskItemPage() {
  const { id } = useParams('/desk/$id');
  const { at = 'entry' } = useSearch('/desk/$id');
  const [told, setTold] = useState<string>();
  const { search, query: list } = useDesk();
  const dossier = useQuery(recordsQueries.dossier.queryOptions({ input: { id } }));
  const rows = list.data?.rows ?? [];
  const place = rows.findIndex((it) => rowKey(it) === rowKey({ id, milestone: at }));
  const before = place > 0 ? rows[place - 1] : undefined;
  const after = place >= 0 ? rows[place + 1] : rows[0];
  const open = useCallback(
    (row: DeskRow | undefined) => go(hrefOf(row ? `/desk/${row.id}` : '/desk', { ...addressShown().search, at: row?.milestone })),
    [],
  );
  // Also while an item is being read: who knows the list walks fast.
  useShortcuts(useMemo(() => [
    { keys: 'J', label: '下一项', group: '初核认定', run: () => (after ? open(after) : false) },
    { keys: 'K', label: '上一项', group: '初核认定', run: () => (before ? open(before) : false) },
  ], [before, after, open]));
  const position = place < 0 ? undefined : `第 ${place + 1} / ${rows.length} 项`;
  return (
    <>
      {dossier.data ? null : <PageTitle title="待办事项" above={<Breadcrumb items={[<Link key="desk" to="/desk" search={search}>初核认定</Link>, '待办事项']} />} />}
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Loaded query={dossier} waiting={<Skeleton lines={10} />}>
        {(found) => (
          <DeskItem
            key={rowKey({ id, milestone: at })}
            dossier={found}
            milestone={at}
            row={rows[place]}
            position={position}
            search={search}
            reasons={list.data?.returnReasons ?? []}
            onBefore={before && (() => open(before))}
            onAfter={after && (() => open(after))}
            onDone={(text) => {
              setTold(text);
              open(after ?? before);
            }}
          />
        )}
      </Loaded>
    </>
  );
}
