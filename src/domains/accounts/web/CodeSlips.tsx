import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxField } from '../../../ui/CheckboxField.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { ACTIVATION_HOURS } from '../terms.ts';
import type { CodeSlip } from './code-slips.ts';
import './CodeSlips.css';

interface CodeSlipsProps {
  slips: readonly CodeSlip[];
  /** What the button says that leads on. */
  onward: string;
  onDone: () => void;
}

/** One-time codes, shown this once: to be printed or copied, each handed to its person. Nothing leads on before that is said. */
export function CodeSlips({ slips, onward, onDone }: CodeSlipsProps) {
  const [kept, setKept] = useState(false);
  return (
    <>
      <p>启用码只显示这一次，{ACTIVATION_HOURS} 小时内有效。请当面交给本人，本人在登录页点“启用账号”，自己设定密码。</p>
      <ul className="code-slips">
        {slips.map((it) => (
          <li key={it.login} className="code-slip">
            <span>
              {it.who}・{it.name}
            </span>
            <span>
              登录名 <b>{it.login}</b>
            </span>
            <code className="code-slip-code" aria-label={`${it.name}的启用码`}>{it.code}</code>
          </li>
        ))}
      </ul>
      <div className="no-print">
        <CheckboxField name="kept" label="已经打印或抄录" checked={kept} onChange={(event) => setKept(event.target.checked)} />
        <FormActions>
          <Button variant="primary" why={kept ? undefined : '请先打印或抄录。'} onClick={onDone}>{onward}</Button>
          <Button onClick={() => window.print()}>打印</Button>
        </FormActions>
      </div>
    </>
  );
}
