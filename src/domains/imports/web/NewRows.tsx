import { Section } from '../../../ui/Section.tsx';
import type { Change } from './shapes.ts';

const FEW = 24;

/** Numbers of the rows that the registers do not have yet; folded where they are many. */
export function NewRows({ rows, count, done }: { rows: readonly Change[]; count: number; done: boolean }) {
  return (
    <Section title={done ? '新增了的行' : '将新增的行'} hint={rows.length < count ? `共 ${count} 行，先列 ${rows.length} 行` : `共 ${count} 行`}>
      <details className="new-rows" open={rows.length <= FEW}>
        <summary>编号一览</summary>
        <ul>
          {rows.map((it) => (
            <li key={`${it.sheet} ${it.row}`}>
              <b className="num">{it.number}</b>
              <span className="quiet nowrap">{it.sheet} 第 {it.row} 行</span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
