import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Account } from './account-shapes.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { AccountDisable } from './AccountDisable.tsx';
import { accountsQueries } from './accounts-api.ts';
import { AccountTable } from './AccountTable.tsx';

/** 账号: who may work here, in what role; making and disabling accounts. */
export function AccountsPage() {
  const { show } = useSearch({ from: '/shell/accounts' });
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<Account>();
  const [told, setTold] = useState<string>();
  const mayManage = useMay('accounts:manage');
  const query = useQuery(accountsQueries.list.queryOptions());
  const inUse = query.data?.filter((it) => !it.disabled);
  const disabled = query.data?.filter((it) => it.disabled);
  const tell = (text: string) => {
    setMaking(false);
    setLeaving(undefined);
    setTold(text);
  };
  return (
    <>
      <PageTitle
        title="账号"
        summary={inUse ? <>在用 <b className="num">{inUse.length}</b> 个，一人一号，离岗即停用</> : '一人一号，离岗即停用'}
        actions={mayManage ? <Button variant="primary" onClick={() => setMaking(true)}>新建账号</Button> : undefined}
      />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Tabs
        label="看哪些账号"
        tabs={[
          { label: '在用', count: inUse?.length, current: show === undefined, search: { show: undefined } },
          { label: '已停用', count: disabled?.length, current: show === 'disabled', search: { show: 'disabled' } },
        ]}
      />
      {query.error && !query.data ? (
        <ErrorState error={query.error} title="账号没有读出来" onRetry={() => void query.refetch()} />
      ) : (
        <AccountTable accounts={show === 'disabled' ? disabled : inUse} onDisable={setLeaving} />
      )}
      {making ? <AccountDialog onClose={() => setMaking(false)} onDone={tell} /> : null}
      {leaving ? <AccountDisable account={leaving} onClose={() => setLeaving(undefined)} onDone={tell} /> : null}
    </>
  );
}
