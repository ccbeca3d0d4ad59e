import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { onDemand } from '../../../ui/on-demand.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Account } from './account-shapes.ts';
import { accountsQueries } from './accounts-api.ts';
import { AccountTable } from './AccountTable.tsx';
import type { CodeSlip } from './code-slips.ts';

const AccountDialog = onDemand(() => import('./AccountDialog.tsx').then((it) => it.AccountDialog));
const AccountDisable = onDemand(() => import('./AccountDisable.tsx').then((it) => it.AccountDisable));
const AccountRenew = onDemand(() => import('./AccountRenew.tsx').then((it) => it.AccountRenew));
const CodeSlips = onDemand(() => import('./CodeSlips.tsx').then((it) => it.CodeSlips));
const LinkAccount = onDemand(() => import('./LinkAccount.tsx').then((it) => it.LinkAccount));
const UnlinkAccount = onDemand(() => import('./UnlinkAccount.tsx').then((it) => it.UnlinkAccount));

/** What is open over the list. */
type Open = { act: 'make' } | { act: 'disable' | 'renew' | 'reopen' | 'link'; account: Account } | { act: 'code'; slip: CodeSlip };

/** 账号: who may log in; making and disabling accounts, new one-time codes. What an account may do is granted on another page. */
export function AccountsPage() {
  const { show } = useSearch('/accounts');
  const [open, setOpen] = useState<Open>();
  const [told, setTold] = useState<string>();
  const mayManage = useMay('accounts:manage');
  const query = useQuery(accountsQueries.list.queryOptions());
  const inUse = query.data?.filter((it) => !it.disabled);
  const disabled = query.data?.filter((it) => it.disabled);
  const close = () => setOpen(undefined);
  const tell = (text: string) => {
    close();
    setTold(text);
  };
  const showCode = (slip: CodeSlip) => setOpen({ act: 'code', slip });
  if (open?.act === 'code') {
    return (
      <>
        <PageTitle title={`${open.slip.name}的启用码`} />
        <CodeSlips slips={[open.slip]} onward="回到账号" onDone={() => tell(`${open.slip.name}的启用码已经生成。${open.slip.name}能做什么，由安全管理员授权。`)} />
      </>
    );
  }
  return (
    <>
      <PageTitle
        title="账号"
        summary={inUse ? <>在用 <b className="num">{inUse.length}</b> 个，一人一号，离岗即停用</> : '一人一号，离岗即停用'}
        actions={mayManage ? <Button variant="primary" onClick={() => setOpen({ act: 'make' })}>新建账号</Button> : undefined}
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
        <AccountTable accounts={show === 'disabled' ? disabled : inUse} onDisable={(account) => setOpen({ act: 'disable', account })} onRenew={(account) => setOpen({ act: 'renew', account })} onReopen={(account) => setOpen({ act: 'reopen', account })} onLink={(account) => setOpen({ act: 'link', account })} />
      )}
      {open?.act === 'make' ? <AccountDialog onClose={close} onDone={tell} onCode={showCode} /> : null}
      {open?.act === 'link' && open.account.linked ? <UnlinkAccount account={open.account} onClose={close} onDone={tell} onCode={showCode} /> : null}
      {open?.act === 'link' && !open.account.linked ? <LinkAccount account={open.account} onClose={close} onDone={tell} /> : null}
      {open?.act === 'disable' ? <AccountDisable account={open.account} onClose={close} onDone={tell} /> : null}
      {open?.act === 'renew' || open?.act === 'reopen' ? <AccountRenew act={open.act} account={open.account} onClose={close} onDone={tell} onCode={showCode} /> : null}
    </>
  );
}
