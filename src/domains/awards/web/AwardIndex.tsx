import { SearchLink } from '../../../ui/SearchLink.tsx';
import type { Award } from './awards-api.ts';
import './AwardIndex.css';

/** The awards side by side: what each comes to; one of them is open below. */
export function AwardIndex({ awards, shown }: { awards: readonly Award[]; shown: Award }) {
  return (
    <nav className="award-index" aria-label="奖励种类">
      <ul>
        {awards.map((it) => {
          const sure = it.cases.filter((one) => one.outcome === 'yes').length;
          const open = it.cases.filter((one) => one.outcome === 'unknown').length;
          return (
            <li key={it.id} className={it.id === shown.id ? 'award-entry award-entry-current' : 'award-entry'}>
              <SearchLink change={{ award: it.id }} current={it.id === shown.id}>{it.label}</SearchLink>
              <span className="award-entry-total num">{sure > 0 ? it.total.text : '—'}</span>
              <span className="award-entry-counts">
                符合 {sure} 件{open > 0 ? `，无法判断 ${open} 件` : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
