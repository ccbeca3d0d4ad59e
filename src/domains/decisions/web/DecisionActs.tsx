import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { decisionActLabels, type DecisionAct } from '../terms.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { decisionsApi } from './decisions-api.ts';
import { RejectDialog } from './RejectDialog.tsx';
import type { Detail } from './shapes.ts';
import './DecisionActs.css';

/** What the person may do with a proposal; a button that cannot be used now says why. */
export function DecisionActs({ detail }: { detail: Detail }) {
  const { id } = detail.decision;
  const [open, setOpen] = useState<'approve' | 'reject'>();
  const [told, setTold] = useState<string>();
  const withdraw = useWrite(decisionsApi.withdraw.call, () => setTold('已撤回，什么都没有改动。'));
  const preview = useWrite(decisionsApi.preview.call);
  const press: Record<DecisionAct, () => void> = { approve: () => setOpen('approve'), reject: () => setOpen('reject'), withdraw: () => withdraw.send({ id }), preview: () => preview.send({ id }) };
  const refusal = withdraw.refusal ?? preview.refusal;
  const close = (said: string) => {
    setOpen(undefined);
    setTold(said);
  };
  return (
    <>
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      {refusal ? <Notice tone="error" title="没有办成">{refusal.message}</Notice> : null}
      {detail.acts.length === 0 ? null : (
        <div className="decision-acts">
          <FormActions>
            {detail.acts.filter((it) => isOffered(it.act, it.why)).map(({ act, why }) => (
              <Button key={act} variant={act === 'approve' ? 'primary' : act === 'reject' ? 'danger' : undefined} busy={(act === 'withdraw' && withdraw.busy) || (act === 'preview' && preview.busy)} why={why?.replace(/。$/, '')} onClick={press[act]}>
                {decisionActLabels[act]}
              </Button>
            ))}
          </FormActions>
        </div>
      )}
      {open === 'approve' ? <ApproveDialog detail={detail} onClose={() => setOpen(undefined)} onDone={() => close('已批准，相关的数正在按新的口径重算。')} /> : null}
      {open === 'reject' ? <RejectDialog id={id} onClose={() => setOpen(undefined)} onDone={() => close('已驳回，什么都没有改动。')} /> : null}
    </>
  );
}

/** Withdrawing is the proposer's, rejecting the others': only the one that is the person's own is shown. */
function isOffered(act: DecisionAct, why: string | null): boolean {
  return why === null || act === 'approve' || act === 'preview';
}
