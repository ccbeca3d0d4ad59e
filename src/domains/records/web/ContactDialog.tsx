import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type PersonCard, personsApi } from './persons-api.ts';

export interface ContactDialogProps {
  id: string;
  card: PersonCard;
  onClose: () => void;
  onDone: () => void;
}

/** Fills in what is held beside the name. What stands is not shown here; a field that is left blank stays as it is. */
export function ContactDialog({ id, card, onClose, onDone }: ContactDialogProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const write = useWrite(personsApi.keep.call, onDone);
  const filled = Object.entries(typed).filter(([, it]) => it.trim() !== '');
  const held = card.fields.filter((it) => it.field !== 'name');
  return (
    <Dialog
      open
      title="填写联系方式"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} why={filled.length === 0 ? '请至少填写一项' : undefined} onClick={() => write.send({ id, ...Object.fromEntries(filled) })}>登记</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有登记">{write.refusal.message}</Notice> : null}
      <p className="dialog-lead quiet">只填工作需要的；不填的一项保持原样。</p>
      {held.map((it) => (
        <TextField
          key={it.field}
          name={`person-${it.field}`}
          label={it.label}
          optional
          hint={it.shown === null ? undefined : `现为 ${it.shown}`}
          autoComplete="off"
          maxLength={100}
          value={typed[it.field] ?? ''}
          onChange={(event) => setTyped({ ...typed, [it.field]: event.target.value })}
        />
      ))}
      {held.some((it) => it.shown !== null) ? <Button small variant="danger" busy={write.busy} onClick={() => write.send({ id, ...Object.fromEntries(held.map((it) => [it.field, null])) })}>清空全部联系方式</Button> : null}
    </Dialog>
  );
}
