import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Notice } from '../../../ui/Notice.tsx';
import { onDemand } from '../../../ui/on-demand.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Account } from './account-shapes.ts';
import { accountsQueries } from './accounts-api.ts';
import { ClearFactors } from './ClearFactors.tsx';
import { GrantHistory } from './GrantHistory.tsx';
import { GrantsOfDay } from './GrantsOfDay.tsx';
import { HolderTable } from './HolderTable.tsx';
import { TakeRole } from './TakeRole.tsx';

const GrantDialog = onDemand(() => import('./GrantDialog.tsx').then((it) => it.GrantDialog));

/** 岗位授权: who may do what, since when and by whom; granting, changing and taking; and how it was on any day. */
export function GrantsPage() {
  const { show } = useSearch('/grants');
  const [open, setOpen] = useState<{ act: 'grant' | 'take' | 'clear'; account: Account }>();
  const [told, setTold] = useState<string>();
  const mayGrant = useMay('grants:make');
  const grants = useQuery(accountsQueries.grants.queryOptions({ input: {} }));
  const accounts = useQuery(accountsQueries.grantees.queryOptions({ enabled: mayGrant }));
  const standing = grants.data?.filter((it) => it.endedAt === null);
  const waiting = accounts.data?.filter((it) => it.role === null && !it.disabled).length ?? 0;
  const close = () => setOpen(undefined);
  const tell = (text: string) => {
    close();
    setTold(text);
  };
  return (
    <>
      <PageTitle
        title="岗位授权"
        summary={waiting > 0 ? <>有 <b className="num">{waiting}</b> 个账号等待授权</> : '一个账号一个岗位；改动即时生效，本人须重新登录'}
      />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Tabs
        label="看哪些授权"
        tabs={[
          { label: '现在', count: standing?.length, current: show === undefined, search: { show: undefined, on: undefined } },
          { label: '历次', count: grants.data?.length, current: show === 'history', search: { show: 'history', on: undefined } },
          { label: '某一天', current: show === 'day', search: { show: 'day' } },
        ]}
      />
      {show === undefined ? (
        <HolderTable
          grants={standing}
          accounts={mayGrant ? accounts.data?.filter((it) => !it.disabled) : undefined}
          error={grants.error ?? accounts.error}
          onGrant={mayGrant ? (account) => setOpen({ act: 'grant', account }) : undefined}
          onTake={mayGrant ? (account) => setOpen({ act: 'take', account }) : undefined}
          onClear={mayGrant ? (account) => setOpen({ act: 'clear', account }) : undefined}
        />
      ) : null}
      {show === 'history' ? <GrantHistory grants={grants.data} error={grants.error} /> : null}
      {show === 'day' ? <GrantsOfDay /> : null}
      {open?.act === 'grant' ? <GrantDialog account={open.account} standing={standing?.find((it) => it.account === open.account.id)} onClose={close} onDone={tell} /> : null}
      {open?.act === 'clear' ? <ClearFactors account={open.account} onClose={close} onDone={tell} /> : null}
      {open?.act === 'take' ? <TakeRole account={open.account} onClose={close} onDone={tell} /> : null}
    </>
  );
}
