import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { onDemand } from '../../../ui/on-demand.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { integrationsApi, integrationsQueries, type Token } from './integrations-api.ts';
import { TokenTable } from './TokenTable.tsx';

const TokenDrawer = onDemand(() => import('./TokenDrawer.tsx').then((it) => it.TokenDrawer));

interface TokensTabProps {
  onTold: (text: string) => void;
  onSecret: (title: string, use: string, secret: string) => void;
}

/** 令牌: by which other systems read what they were given the right to. */
export function TokensTab({ onTold, onSecret }: TokensTabProps) {
  const query = useQuery(integrationsQueries.tokens.queryOptions());
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token>();
  const revoke = useWrite(integrationsApi.revokeToken, () => {
    onTold(`${revoking?.name ?? ''}的令牌已吊销，从现在起不能再用。`);
    setRevoking(undefined);
  });
  const made = (name: string, token: string | null) => {
    setMaking(false);
    if (token === null) onTold(`${name}的令牌已经显示过一次。如没有记下，请吊销后另发。`);
    else onSecret(`${name}的令牌`, '请求时放在 Authorization 头里：Bearer 加空格加令牌。', token);
  };
  const none = query.data?.accounts.length === 0;
  if (query.error && !query.data) return <ErrorState error={query.error} title="令牌没有读出来" onRetry={() => void query.refetch()} />;
  return (
    <>
      <TokenTable tokens={query.data?.tokens} onRevoke={setRevoking} />
      <FormActions>
        <Button variant="primary" why={none ? '还没有“系统对接”岗位的账号：先由系统管理员建账号，再到岗位授权里授予。' : undefined} onClick={() => setMaking(true)}>签发令牌</Button>
      </FormActions>
      {making && query.data ? <TokenDrawer tokens={query.data} onClose={() => setMaking(false)} onMade={made} /> : null}
      {revoking ? (
        <ConfirmDialog title={`吊销${revoking.name}的令牌`} act="吊销" write={revoke} onConfirm={() => revoke.send({ id: revoking.id })} onClose={() => setRevoking(undefined)}>
          <p>对方系统的下一次请求就会被拒绝，不能恢复，只能另发。</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
