import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { Award } from './awards-api.ts';
import './AwardRule.css';

/** Who is paid, by what rule, and where the policy says so. */
export function AwardRule({ award: { sentence, payee, clauses, discretionary } }: { award: Award }) {
  return (
    <div className="award-rule">
      <Section title="按什么给">
        <p className="award-sentence">{sentence}。</p>
        <DefinitionList
          items={[
            { term: '给谁', value: payee },
            { term: '性质', value: discretionary ? <><Tag variant="ginkgo" look="soft">酌情</Tag> 原文为“可”，符合条件不等于必须给</> : '符合条件即应兑现' },
            {
              term: '依据',
              value: clauses.map((it) => (
                <p key={it.id}>
                  <span className="award-place">{it.place}</span> {it.title}
                </p>
              )),
            },
          ]}
        />
      </Section>
    </div>
  );
}
