import { EmptyState } from '../../../ui/EmptyState.tsx';
import { AwardRule } from './AwardRule.tsx';
import { CaseGroup } from './CaseGroup.tsx';
import type { Award } from './awards-api.ts';
import './AwardSection.css';

const outcomes = ['yes', 'unknown', 'no'] as const;

/** One award: its rule and clauses, and its cases by how they were judged. */
export function AwardSection({ award, year, stale }: { award: Award; year: number; stale: boolean }) {
  const groups = outcomes.map((outcome) => ({ outcome, cases: award.cases.filter((it) => it.outcome === outcome) })).filter((it) => it.cases.length > 0);
  return (
    <div className={stale ? 'award-columns award-stale' : 'award-columns'} aria-busy={stale ? true : undefined}>
      <div className="award-cases">
        {groups.map((it) => (
          <CaseGroup key={it.outcome} outcome={it.outcome} cases={it.cases} total={it.outcome === 'yes' ? award.total.text : undefined} />
        ))}
        {groups.length === 0 ? <EmptyState title={`${year} 年${award.hidden > 0 ? '本单位' : ''}没有落到这项奖励的事项`}>有关项目、人才认定以后，会自动列到这里。</EmptyState> : null}
        {award.hidden > 0 ? (
          <p className="award-hidden quiet">
            另有 <b className="num">{award.hidden}</b> 件属其他单位，不在您的可见范围。
          </p>
        ) : null}
      </div>
      <AwardRule award={award} />
    </div>
  );
}
