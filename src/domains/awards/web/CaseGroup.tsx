import { useRef } from 'react';
import { Section } from '../../../ui/Section.tsx';
import { useRowKeys } from '../../../ui/use-row-keys.ts';
import type { AwardCase } from './awards-api.ts';
import { CaseRow } from './CaseRow.tsx';
import './CaseGroup.css';

const titles = {
  yes: { title: '符合', hint: '只看已认定的事实' },
  unknown: { title: '无法判断', hint: '补齐所缺的材料或口径后自动重判' },
  no: { title: '不符合', hint: '展开可看哪一条不符合' },
};

interface CaseGroupProps {
  outcome: AwardCase['outcome'];
  cases: readonly AwardCase[];
  /** Their sum in words, where they have amounts. */
  total: string | undefined;
}

/** Cases that were judged alike. */
export function CaseGroup({ outcome, cases, total }: CaseGroupProps) {
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list, true, false);
  const { title, hint } = titles[outcome];
  return (
    <Section title={`${title} ${cases.length} 件`} hint={hint} link={total === undefined ? undefined : <span className="case-total">合计 <b className="num">{total}</b></span>}>
      <ul ref={list} className={`cases cases-${outcome}`} data-rows="">
        {cases.map((it) => (
          <CaseRow key={it.case} found={it} />
        ))}
      </ul>
    </Section>
  );
}
