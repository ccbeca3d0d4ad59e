import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Write } from '../../../ui/use-write.ts';

interface ConfirmActProps<Input> {
  title: string;
  /** What the button says. */
  act: string;
  /** What comes of it. */
  children: string;
  write: Write<Input, unknown>;
  input: Input;
  onClose: () => void;
}

/** Asks once before what cannot be taken back. */
export function ConfirmAct<Input>({ title, act, children, write, input, onClose }: ConfirmActProps<Input>) {
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={write.busy} onClick={() => write.send(input)}>{act}</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      {write.refusal ? <Notice tone="error" title="没有办成">{write.refusal.message}</Notice> : null}
      <p>{children}</p>
    </Dialog>
  );
}
