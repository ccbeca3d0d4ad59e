import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { Timeline, type TimelineItem } from '../../../ui/Timeline.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import type { Dossier, History } from './shapes.ts';

const tones: readonly (readonly [RegExp, TimelineItem['tone']])[] = [
  [/退回|撤回|不计分/, 'cinnabar'],
  [/申诉|更正|变更|移交|划转/, 'ginkgo'],
  [/认定/, 'pine'],
];

/** Everything that was done to the record, the latest first. Nothing is ever taken out of it. */
export function HistorySection({ dossier: { history } }: { dossier: Dossier }) {
  return (
    <div id="history" className="dossier-anchor">
      <Section title="经过" hint="最近的在前；只增不删">
        <Timeline label="经过" items={history.map(itemOf).reverse()} />
      </Section>
    </div>
  );
}

function itemOf(it: History, index: number): TimelineItem {
  const [date, time] = momentText(it.at).split(' ');
  return {
    key: String(index),
    day: date ?? it.at,
    title: it.what,
    by: [it.unit.name, it.who, time].filter(Boolean).join('・'),
    tone: tones.find(([words]) => words.test(it.what))?.[1],
    children: (
      <>
        {it.detail ? <p className="history-detail">{it.detail}</p> : null}
        {it.day !== null && it.day !== date ? <p>所记日期 <span className="num">{it.day}</span></p> : null}
        {it.reason ? <p>原因：{it.reason}</p> : null}
        {it.document ? <p>依据：{it.document}</p> : null}
        {it.origin ? <p>来自{it.origin}</p> : null}
        {it.takenOver ? <Tag variant="ginkgo" look="soft">期初建账</Tag> : null}
      </>
    ),
  };
}
