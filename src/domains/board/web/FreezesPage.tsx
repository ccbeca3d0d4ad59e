import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay, useSession } from '../../../ui/session.ts';
import { boardApi } from './board-api.ts';
import { freezableWindows } from './freeze-windows.ts';
import { FreezeDialog } from './FreezeDialog.tsx';
import { FreezeList } from './FreezeList.tsx';

/** 封账: the months and half-years whose figures stand as they were printed. */
export function FreezesPage() {
  const { today, years } = useSession();
  const mayFreeze = useMay('freezes:make');
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<string>();
  const query = useQuery(boardApi.freezes.queryOptions());
  const windows = freezableWindows(years, today, query.data ?? []);
  const why = query.data && windows.length === 0 ? '已结束的月份和半年都封过了' : undefined;
  return (
    <>
      <PageTitle
        title="封账"
        summary={query.data ? <>已封 <b className="num">{query.data.length}</b> 期；封账后的数不再改动，之后的更正另列为调整</> : '封账后的数不再改动'}
        actions={mayFreeze ? <Button variant="primary" why={why} onClick={() => setOpen(true)}>封账</Button> : undefined}
      />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <FreezeList query={query} />
      {open ? (
        <FreezeDialog
          windows={windows}
          onClose={() => setOpen(false)}
          onDone={(label) => {
            setOpen(false);
            setTold(`${label}已封账。`);
          }}
        />
      ) : null}
    </>
  );
}
