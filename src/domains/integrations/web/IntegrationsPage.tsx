import { useState } from 'react';
import { Notice } from '../../../ui/Notice.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { SecretOnce } from './SecretOnce.tsx';
import { TokensTab } from './TokensTab.tsx';
import { WebhooksTab } from './WebhooksTab.tsx';

/** 系统对接: which other systems get in, and which are told. */
export function IntegrationsPage() {
  const { show } = useSearch('/integrations');
  const [told, setTold] = useState<string>();
  const [shown, setShown] = useState<{ title: string; use: string; secret: string }>();
  if (shown) return <SecretOnce {...shown} onDone={() => setShown(undefined)} />;
  const showSecret = (title: string, use: string, secret: string) => setShown({ title, use, secret });
  return (
    <>
      <PageTitle title="系统对接" summary="别的系统凭令牌来读，或由平台推送给它" />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Tabs
        label="看哪一种"
        tabs={[
          { label: '令牌', current: show === undefined, search: { show: undefined } },
          { label: '推送', current: show === 'webhooks', search: { show: 'webhooks' } },
        ]}
      />
      {show === undefined ? <TokensTab onTold={setTold} onSecret={showSecret} /> : <WebhooksTab onTold={setTold} onSecret={showSecret} />}
    </>
  );
}
