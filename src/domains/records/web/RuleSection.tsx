import { Section } from '../../../ui/Section.tsx';
import { RuleItem } from './RuleItem.tsx';
import type { Rule } from './shapes.ts';

const order = ['yes', 'unknown', 'no'] as const;
const words = { yes: '符合', unknown: '无法判断', no: '不符合' } as const;

/** Each rule that speaks of such a record: what it asks, by which clause, and how the record stands to it. */
export function RuleSection({ rules }: { rules: readonly Rule[] }) {
  const sorted = order.flatMap((outcome) => rules.filter((it) => it.explained.outcome === outcome));
  const hint = order.flatMap((it) => {
    const count = rules.filter((rule) => rule.explained.outcome === it).length;
    return count > 0 ? [`${words[it]} ${count} 条`] : [];
  });
  return (
    <div id="rules" className="dossier-anchor">
      <Section title="规则与判断" hint={hint.join('，')}>
        {rules.length === 0 ? (
          <p className="dossier-none">没有指标按这一类记录计数。</p>
        ) : (
          sorted.map((it, index) => <RuleItem key={`${it.measure} ${it.sentence} ${index}`} rule={it} />)
        )}
      </Section>
    </div>
  );
}
