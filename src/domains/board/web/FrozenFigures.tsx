import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { FrozenFigure } from './freeze-shapes.ts';
import { figuresOf, frozenGroups, type FrozenView, isMoved } from './frozen-groups.ts';
import { FrozenTable } from './FrozenTable.tsx';
import './FrozenFigures.css';

/** The printed figures by measure; at first those that the ledger tells otherwise now. */
export function FrozenFigures({ figures, show }: { figures: readonly FrozenFigure[]; show: 'inside' | 'all' | undefined }) {
  const counts = (it: FrozenView) => figuresOf(it, figures).length;
  // A month holds no window of its own: then the board of that day is what was printed.
  const view: FrozenView = show ?? (counts('changed') > 0 ? 'changed' : counts('inside') > 0 ? 'inside' : 'all');
  const shown = figuresOf(view, figures);
  const groups = frozenGroups(shown);
  const tab = (it: FrozenView, label: string) => ({ label, count: counts(it), current: view === it, search: { show: it === 'changed' ? undefined : it } });
  return (
    <>
      <Tabs
        label="看哪些数"
        tabs={[...(counts('changed') > 0 ? [tab('changed', '封账后有变动的')] : []), ...(counts('inside') > 0 ? [tab('inside', '本期的全部')] : []), tab('all', '连同当时的全年进度')]}
      />
      <p className="frozen-note">
        {shown.some(isMoved) ? '大字是封账时的数，不再改动；台账现在已是另一个数的，写在它下面。' : '台账现在的数与封账时一致。'}点开任一数可看到明细。
      </p>
      {groups.length === 0 ? <EmptyState title="这一期没有数">封账时本期还没有可以计数的指标。</EmptyState> : null}
      {groups.map((it) => (
        <Section key={it.measure} title={it.label} hint={it.unit === '%' ? undefined : `单位：${it.unit}`}>
          <FrozenTable group={it} />
        </Section>
      ))}
    </>
  );
}
