import type { Column } from '../../../ui/data-table.ts';
import { Light } from '../../../ui/Light.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { DayRow } from './day-api.ts';
import { DayLink } from './DayLink.tsx';
import { dueText, paceOf } from './day-text.ts';

/** What waits, by when, and the one thing to do. */
export function dayColumns(today: string): Column<DayRow>[] {
  return [
    { key: 'title', head: '事项', rowHeader: true, cell: (it) => <TwoLines marks={<Tag variant="teal" look="soft">{it.label}</Tag>} below={it.below}>{it.title}</TwoLines> },
    { key: 'due', head: '期限', phone: 'aside', width: '14rem', cell: (it) => <TwoLines below={it.note ?? (it.due === null || it.due === today ? undefined : <span className="num nowrap">{it.due}</span>)}><Light state={paceOf(it, today)}>{dueText(it, today)}</Light></TwoLines> },
    { key: 'action', head: '办理', width: '9rem', cell: (it) => <DayLink row={it} /> },
  ];
}
