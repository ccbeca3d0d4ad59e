import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { onDemand } from '../../../ui/on-demand.tsx';
import './CheckForm.css';

const ExplainDialog = onDemand(() => import('./ExplainDialog.tsx').then((it) => it.ExplainDialog));

interface CheckOutcomeProps {
  answer: { id: string; number: string; held: boolean };
  office: string;
  onTold: (text: string) => void;
}

/** Free, or held and whom to ask; nothing else. */
export function CheckOutcome({ answer: { id, number, held }, office, onTold }: CheckOutcomeProps) {
  const [explaining, setExplaining] = useState(false);
  const acts = (
    <>
      <LinkButton small to="/first-report/$id" params={{ id }}>打印回执</LinkButton>
      {held ? <Button small onClick={() => setExplaining(true)}>说明是另一个项目</Button> : <LinkButton small to="/registers/$kind" params={{ kind: 'project' }}>去登记线索</LinkButton>}
    </>
  );
  return (
    <div className="check-outcome">
      <Notice tone={held ? 'warn' : 'done'} title={held ? `已有单位在谈，请与${office}联系` : '没有其他单位在谈'} action={acts}>
        回执 <span className="num">{number}</span>。{held ? '不能登记同一投资方的线索。' : '请尽快登记线索并跟进，先有有效接触的单位优先洽谈。'}
      </Notice>
      {explaining ? <ExplainDialog id={id} number={number} office={office} onClose={() => setExplaining(false)} onTold={onTold} /> : null}
    </div>
  );
}
