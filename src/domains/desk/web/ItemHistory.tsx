import { momentText } from '../../../ui/moment-text.ts';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import type { Dossier } from './shapes.ts';

/** What was done to it, the latest first. */
export function ItemHistory({ history }: { history: Dossier['history'] }) {
  const items = history.map((it, index) => ({
    key: String(index),
    day: momentText(it.at),
    title: it.what,
    by: [it.unit.name, it.who].filter(Boolean).join('・'),
    tone: /退回|不计分|撤回/.test(it.what) ? ('cinnabar' as const) : /申诉|更正/.test(it.what) ? ('ginkgo' as const) : undefined,
    children: it.detail || it.reason || it.document ? <p>{[it.detail, it.reason && `原因：${it.reason}`, it.document && `依据：${it.document}`].filter(Boolean).join('；')}</p> : undefined,
  })).reverse();
  return <Section title="经过" hint="最近的在前"><Timeline label="经过" items={items} /></Section>;
}
