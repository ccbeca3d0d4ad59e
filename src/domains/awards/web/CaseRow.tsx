import { useId, useState } from 'react';
import { DossierLink } from '../../../ui/DossierLink.tsx';
import { ExplainTree } from '../../../ui/ExplainTree.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { AwardCase } from './awards-api.ts';
import { CaseBelow } from './CaseBelow.tsx';
import './CaseRow.css';

const asked = { yes: '看怎么判的', unknown: '看缺在哪里', no: '看哪条不符合' };

/** One case: when, about what, how much; and how it was judged, to be opened. */
export function CaseRow({ found }: { found: AwardCase }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { subject, day, amount, working, outcome } = found;
  return (
    <li className="case-row" data-row="" tabIndex={-1}>
      <div className="case-line">
        <span className="case-day num">{day}</span>
        <TwoLines below={<CaseBelow found={found} />}>{subject ? <DossierLink id={subject.id}>{subject.name}</DossierLink> : '（不在可见范围）'}</TwoLines>
        <span className="case-amount num">{amount ?? (outcome === 'no' ? '' : '待定')}</span>
        <button type="button" className="case-ask" data-open="" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? '收起' : asked[outcome]}
          <span className="visually-hidden">：{subject?.name}</span>
        </button>
      </div>
      <div id={id} className="case-working" hidden={!open}>
        {open ? <ExplainTree node={working} /> : null}
      </div>
    </li>
  );
}
