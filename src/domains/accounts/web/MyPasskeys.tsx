import { Button } from '../../../ui/Button.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import type { Me } from './account-shapes.ts';
import { accountsApi } from './accounts-api.ts';

/** One's passkeys, each to be removed. */
export function MyPasskeys({ passkeys, onDone }: { passkeys: Me['passkeys']; onDone: (told: string) => void }) {
  const write = useWrite(accountsApi.removePasskey, () => onDone('通行密钥已经去掉。'));
  return (
    <>
      {write.refusal ? <Notice tone="error" title="没有去掉">{write.refusal.message}</Notice> : null}
      <ul>
        {passkeys.map((it) => (
          <li key={it.id}>
            {it.name}，{momentText(it.madeAt)} 建立，{it.usedAt ? `${momentText(it.usedAt)} 用过` : '还没有用过'}{' '}
            <Button small variant="quiet" aria-label={`去掉${it.name}`} busy={write.busy} onClick={() => write.send({ id: it.id })}>去掉</Button>
          </li>
        ))}
      </ul>
    </>
  );
}
