import { Light } from '../../../ui/Light.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Dossier } from './shapes.ts';

const looks = { yes: ['good', '符合'], unknown: ['slow', '无法判断'], no: ['idle', '不符合'] } as const;

/** What it would count for, rule by rule in one line; the whole working stands on the record's page. */
export function ItemRules({ rules }: { rules: Dossier['rules'] }) {
  const telling = rules.filter((it) => it.explained.outcome !== 'no');
  if (telling.length === 0) return null;
  return (
    <Section title="计入哪些指标">
      <ul className="desk-gate">
        {telling.map((it) => (
          <li key={`${it.measure} ${it.sentence}`}>
            <Light state={looks[it.explained.outcome][0]}>{looks[it.explained.outcome][1]}</Light>
            <span>
              {it.label}
              <span className="desk-rule">{it.sentence}{it.explained.missing.length > 0 ? `（还缺：${it.explained.missing.join('、')}）` : ''}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
