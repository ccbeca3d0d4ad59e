import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { BatchReasons } from './BatchReasons.tsx';
import { type ActWords, rowKey } from './desk-acts.ts';
import { recordsQueries } from './desk-api.ts';
import { ReasonField } from './ReasonField.tsx';
import type { DeskRow } from './shapes.ts';
import { useBatch } from './use-batch.ts';

interface BatchDialogProps {
  words: ActWords;
  rows: readonly DeskRow[];
  reasons: readonly string[];
  onClose: () => void;
  onDone: (told: string) => void;
}

/** What can and what cannot, each with its reason; then what can, in portions. */
export function BatchDialog({ words: { act, label, consequence, negative }, rows, reasons, onClose, onDone }: BatchDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  // What was chosen when it was asked: the rows behind change as they are judged.
  const [chosen] = useState(rows);
  const batchAct = act as Exclude<typeof act, 'certify-upstream'>;
  const preview = useQuery(recordsQueries.previewVerdicts.queryOptions({ input: { act: batchAct, items: chosen.map(({ id, milestone }) => ({ id, milestone })) }, staleTime: Infinity }));
  const batch = useBatch();
  const found = preview.data?.map((it) => ({ ...it, row: chosen.find((row) => rowKey(row) === rowKey(it))! }));
  const can = found?.filter((it) => it.why === null) ?? [];
  const cannot = found?.filter((it) => it.why !== null).map((it) => ({ name: `${it.row.name}・${it.row.milestoneLabel}`, why: it.why! })) ?? [];
  const missing = negative && reason.trim() === '' ? `请写明${label}的原因` : undefined;
  const send = async () => {
    setAsked(true);
    if (missing) return;
    const outcome = await batch.run({ act: batchAct, items: can.map((it) => ({ id: it.id, milestone: it.milestone, version: it.row.version })), reason: reason.trim() });
    if (outcome && outcome.refused.length === 0) onDone(`已${label} ${can.length} 项。`);
  };
  const names = new Map(chosen.map((it) => [it.id, it.name]));
  const over = batch.outcome !== undefined;
  return (
    <Dialog
      open
      title={`批量${label}`}
      onClose={onClose}
      actions={
        over ? <Button variant="primary" onClick={() => onDone(`已${label} ${batch.outcome!.done.length} 条，${batch.outcome!.refused.length} 条没有办成。`)}>知道了</Button> : (
          <>
            <Button variant={negative ? 'danger' : 'primary'} busy={batch.busy} why={found && can.length === 0 ? '选中的都不能办' : undefined} onClick={() => void send()}>{found ? `${label} ${can.length} 项` : label}</Button>
            <Button onClick={onClose}>取消</Button>
          </>
        )
      }
    >
      {batch.refusal ? <Notice tone="error" title="没有办成">{batch.refusal.message}</Notice> : null}
      {batch.share === undefined ? null : <Progress label="已办" share={batch.share} tone="pine" />}
      {over ? (
        <>
          <p>已{label} <b className="num">{batch.outcome!.done.length}</b> 条；下列没有办成：</p>
          <BatchReasons list={batch.outcome!.refused.map((it) => ({ name: names.get(it.id) ?? it.number, why: it.why }))} />
        </>
      ) : preview.isPending ? <Skeleton lines={4} /> : (
        <>
          <p className="desk-lead">可以{label} <b className="num">{can.length}</b> 项{cannot.length > 0 ? <>，不能办 <b className="num">{cannot.length}</b> 项</> : null}。{consequence}</p>
          <BatchReasons list={cannot} />
          {negative && can.length > 0 ? <ReasonField label={`${label}的原因`} value={reason} onChange={setReason} error={asked ? missing : undefined} templates={act === 'return' ? reasons : []} /> : null}
        </>
      )}
    </Dialog>
  );
}
