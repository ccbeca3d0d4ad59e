import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxField } from '../../../ui/CheckboxField.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import './SecretOnce.css';

interface SecretOnceProps {
  title: string;
  /** What it is and where it belongs. */
  use: string;
  secret: string;
  onDone: () => void;
}

/** A token or secret, shown this once. Nothing leads on before somebody says that it is kept. */
export function SecretOnce({ title, use, secret, onDone }: SecretOnceProps) {
  const [kept, setKept] = useState(false);
  return (
    <>
      <PageTitle title={title} />
      <p>只显示这一次，平台不保存原文。{use}</p>
      <code className="secret-once" aria-label={title}>{secret}</code>
      <CheckboxField name="kept" label="已经复制到对方系统的密钥管理中" checked={kept} onChange={(event) => setKept(event.target.checked)} />
      <FormActions>
        <Button variant="primary" why={kept ? undefined : '请先复制。'} onClick={onDone}>回到系统对接</Button>
      </FormActions>
    </>
  );
}
