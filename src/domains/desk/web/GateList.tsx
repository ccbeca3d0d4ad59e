import { Light } from '../../../ui/Light.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Gate } from './shapes.ts';

const looks = { yes: ['good', '已有'], unknown: ['slow', '无法判断'], no: ['late', '缺'] } as const;

/** What the milestone's gate asks for, and whether each is there. */
export function GateList({ gate }: { gate: Gate }) {
  if (gate.asked.length === 0) return null;
  return (
    <Section title="应有的材料" hint={gate.clauses.map((it) => `${it.place}（${it.title}）`).join('；') || undefined}>
      <ul className="desk-gate">
        {gate.asked.map((it) => (
          <li key={`${it.what} ${it.id}`}>
            <Light state={looks[it.outcome][0]}>{looks[it.outcome][1]}</Light>
            <span>{it.what === 'evidence' ? `佐证：${it.label}` : it.label}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
