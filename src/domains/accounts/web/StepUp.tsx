import { useCallback, useEffect, useRef, useState } from 'react';
import { whenProofAsked } from '../../../ui/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { onDemand } from '../../../ui/on-demand.tsx';
import { useSession } from '../../../ui/session.ts';

const ProofForm = onDemand(() => import('./ProofForm.tsx').then((it) => it.ProofForm));

/** Opens whenever the server wants the second factor shown again before an act, which then goes on by itself. */
export function StepUp() {
  const { passkeys } = useSession();
  const [open, setOpen] = useState(false);
  const waiting = useRef<((proved: boolean) => void)[]>([]);
  useEffect(() => {
    whenProofAsked(() => {
      setOpen(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => whenProofAsked(async () => false);
  }, []);
  const answer = useCallback((proved: boolean) => {
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(proved);
  }, []);
  return (
    <Dialog open={open} title="再核对一次身份" onClose={() => answer(false)}>
      <p>这一步事关重大，请用第二种验证方式核对；核对后 5 分钟内不再询问。</p>
      <ProofForm passkeys={passkeys} onDone={() => answer(true)} />
    </Dialog>
  );
}
