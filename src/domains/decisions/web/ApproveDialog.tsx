import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { decisionsApi } from './decisions-api.ts';
import { PreviewSummary } from './PreviewSummary.tsx';
import type { Detail } from './shapes.ts';

/** The second person approves what was previewed. */
export function ApproveDialog({ detail: { decision, question, preview }, onClose, onDone }: { detail: Detail; onClose: () => void; onDone: () => void }) {
  const write = useWrite(decisionsApi.approve.call, onDone);
  if (!preview) return null;
  return (
    <ConfirmDialog title={`批准：${question.label}`} act="批准" variant="primary" refused="没有批准" write={write} onConfirm={() => write.send({ id: decision.id, seen: preview.at })} onClose={onClose}>
      <p className="dialog-lead">自 <span className="num">{decision.from}</span> 起定为<b>{decision.value}</b>，依据：{decision.document}。</p>
      <p className="dialog-lead"><PreviewSummary preview={preview} /></p>
      {preview.recordsSince > 0 ? <Notice tone="warn">试算以后又有 <b className="num">{preview.recordsSince}</b> 条登记、认定，实际变动会与试算略有出入；要看准数请先重新试算。</Notice> : null}
      <p className="dialog-lead quiet">批准后不能撤销，只能以新的决定替代。已封账的数不改，差额列为封账后调整。</p>
    </ConfirmDialog>
  );
}
