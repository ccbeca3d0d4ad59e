import { Link } from '../../../ui/Link.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { Detail } from './shapes.ts';
import './OpenReadings.css';

/** What the figure hangs on that the source leaves open: how it is read now, and whether anybody decided it. */
export function OpenReadings({ decisions }: { decisions: Detail['decisions'] }) {
  if (decisions.length === 0) return null;
  const open = decisions.filter((it) => !it.decided).length;
  return (
    <Section title="所依口径" hint={open > 0 ? `${open} 项待定` : '均已决定'} link={<Link to="/decisions">全部口径</Link>}>
      <ul className="readings">
        {decisions.map((it) => (
          <li key={it.parameter}>
            <p className="reading-head">
              <b>{it.label}</b>
              {it.decided ? <Tag variant="pine" look="soft">已决定</Tag> : <Tag variant="ginkgo" look="soft">待定</Tag>}
            </p>
            <p>{it.value === null ? '还没有口径，相关的数无法判断' : `现按“${it.value}”计算`}{it.source ? <span className="quiet">（{it.source}）</span> : null}</p>
            {it.decided ? null : <p className="quiet">{it.question}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
