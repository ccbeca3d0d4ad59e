import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { onDemand } from '../../../ui/on-demand.tsx';
import { integrationsQueries } from './integrations-api.ts';
import { WebhookSection } from './WebhookSection.tsx';

const WebhookDrawer = onDemand(() => import('./WebhookDrawer.tsx').then((it) => it.WebhookDrawer));

interface WebhooksTabProps {
  onTold: (text: string) => void;
  onSecret: (title: string, use: string, secret: string) => void;
}

/** 推送: other systems that are told when something was done. */
export function WebhooksTab({ onTold, onSecret }: WebhooksTabProps) {
  const query = useQuery({ ...integrationsQueries.webhooks.queryOptions(), refetchInterval: 10_000 });
  const [making, setMaking] = useState(false);
  const made = (name: string, secret: string | null) => {
    setMaking(false);
    if (secret === null) onTold(`${name}的签名密钥已经显示过一次。如没有记下，请停止这项推送后另建。`);
    else onSecret(`${name}的签名密钥`, '对方用它核对每条推送的签名（Standard Webhooks）。', secret);
  };
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <FormActions>
            <Button variant="primary" why={data.hosts.length === 0 ? '还没有允许推送的主机：请平台的运维人员设置 TANDEM_WEBHOOK_HOSTS 后重启。' : undefined} onClick={() => setMaking(true)}>新建推送</Button>
          </FormActions>
          {data.webhooks.length === 0 ? <EmptyState title="还没有推送">别的系统要在事情办成后马上知道时，在这里建立。</EmptyState> : null}
          {data.webhooks.map((it) => <WebhookSection key={it.id} webhook={it} onTold={onTold} />)}
          {making ? <WebhookDrawer webhooks={data} onClose={() => setMaking(false)} onMade={made} /> : null}
        </>
      )}
    </Loaded>
  );
}
