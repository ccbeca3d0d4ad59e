import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { holdingsApi, type Offer } from './holdings-api.ts';

function share({ kind, by, to, percent }: Offer): string {
  return kind === 'transfer' ? `全部归${to.name}` : `${by.name} ${Math.round((100 - percent) * 1e6) / 1e6}%，${to.name} ${percent}%`;
}

/** Offers that wait: the other unit accepts or declines, who made it takes it back. */
export function OfferList({ offers, onTold }: { offers: readonly Offer[]; onTold: (text: string) => void }) {
  const answer = useWrite(holdingsApi.answer.call, (_, { accept }) => onTold(accept ? '已接受，计分已按商定划转。' : '已答复。'));
  if (offers.length === 0) return null;
  const columns: Column<Offer>[] = [
    { key: 'subject', head: '项目', rowHeader: true, cell: (it) => <TwoLines below={it.reason}>{it.subject.name}</TwoLines> },
    { key: 'kind', head: '提议', cell: (it) => <TwoLines below={share(it)}>{it.label}</TwoLines> },
    { key: 'by', head: '提出', width: '10rem', cell: (it) => it.by.name },
    { key: 'from', head: '从哪天起计', width: '8rem', cell: (it) => it.from ?? '从头' },
    {
      key: 'act',
      head: '操作',
      width: '11rem',
      cell: (it) =>
        it.mine ? (
          <>
            <Button small variant="primary" busy={answer.busy} aria-label={`接受${it.subject.name}的${it.label}`} onClick={() => answer.send({ id: it.id, accept: true })}>接受</Button>{' '}
            <Button small aria-label={`不接受${it.subject.name}的${it.label}`} onClick={() => answer.send({ id: it.id, accept: false })}>不接受</Button>
          </>
        ) : (
          <Button small variant="quiet" aria-label={`收回${it.subject.name}的${it.label}`} onClick={() => answer.send({ id: it.id, accept: false })}>收回</Button>
        ),
    },
  ];
  return (
    <Section title="等待答复的移交和共同推进">
      {answer.refusal ? <Notice tone="error" title="没有办成">{answer.refusal.message}</Notice> : null}
      <DataTable caption="等待答复的移交和共同推进" columns={columns} rows={offers} rowKey={(it) => it.id} />
    </Section>
  );
}
