import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { boardApi } from './board-api.ts';
import type { FreezableWindow } from './freeze-windows.ts';
import './FreezeDialog.css';

export interface FreezeDialogProps {
  windows: readonly FreezableWindow[];
  onClose: () => void;
  /** Given what was frozen, in words. */
  onDone: (label: string) => void;
}

/** Says what freezing means, and freezes a month or half-year on a document. */
export function FreezeDialog({ windows, onClose, onDone }: FreezeDialogProps) {
  const [window, setWindow] = useState(windows[0]?.value ?? '');
  const [document, setDocument] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(boardApi.freeze.call, ({ label }) => onDone(label));
  const missing = document.trim() === '' ? '请写明封账依据的文件或会议' : undefined;
  const send = () => {
    setAsked(true);
    if (!missing) write.send({ window, document: document.trim() });
  };
  return (
    <ConfirmDialog title="封账" act="封账" variant="primary" refused="没有封成" write={write} onConfirm={send} onClose={onClose}>
      <ul className="freeze-meaning">
        <li>这一期的每个数照现在的样子存下来，<b>不能撤销</b>，以后不再改动。</li>
        <li>封账以后补记、更正、退回的，已封的数不变，差额在下一期另列为“调整”。</li>
        <li>还没有认定的申报不计入已封的数，请先看一眼有没有漏认定的。</li>
      </ul>
      <SelectField name="freeze-window" label="封哪一期" hint="只列已经结束、还没有封的月份和半年。" value={window} onChange={(event) => setWindow(event.target.value)} choices={windows} />
      <TextField name="freeze-document" label="依据的文件或会议" hint="如“2021 年上半年联席会议纪要”。" maxLength={200} value={document} onChange={(event) => setDocument(event.target.value)} error={asked ? missing : undefined} />
    </ConfirmDialog>
  );
}
