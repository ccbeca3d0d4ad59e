import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { onDemand } from '../../../ui/on-demand.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { FirstReport, Holding } from './holdings-api.ts';
import { QuietDays } from './QuietDays.tsx';

const OfferDialog = onDemand(() => import('./OfferDialog.tsx').then((it) => it.OfferDialog));

interface MyHoldingsProps {
  holdings: readonly Holding[];
  units: FirstReport['units'];
  days: number;
  onTold: (text: string) => void;
}

/** What my unit holds: since when, how long nothing moved. */
export function MyHoldings({ holdings, units, days, onTold }: MyHoldingsProps) {
  const [offering, setOffering] = useState<Holding>();
  const columns: Column<Holding>[] = [
    { key: 'name', head: '项目', rowHeader: true, cell: (it) => <TwoLines below={<span className="num">{it.subject.number}</span>}><Link to="/dossiers/$id" params={{ id: it.subject.id }}>{it.subject.name}</Link></TwoLines> },
    { key: 'since', head: '优先洽谈起', width: '11rem', cell: (it) => momentText(it.since) },
    { key: 'quiet', head: '没有进展', width: '9rem', phone: 'aside', cell: (it) => <QuietDays holding={it} /> },
    { key: 'act', head: '操作', width: '9rem', cell: (it) => <Button small variant="quiet" aria-label={`移交、共同推进：${it.subject.name}`} onClick={() => setOffering(it)}>移交、共同推进</Button> },
  ];
  return (
    <Section title="本单位优先洽谈的" hint={`${days} 天没有进展的提请核实，不自动释放`}>
      <DataTable caption="本单位优先洽谈的" columns={columns} rows={holdings} rowKey={(it) => it.subject.id} empty={<EmptyState title="还没有">登记线索并写一条有效接触的跟进后，由本单位优先洽谈。</EmptyState>} />
      {offering ? <OfferDialog holding={offering} units={units.filter((it) => it.id !== offering.unit.id)} onClose={() => setOffering(undefined)} onTold={onTold} /> : null}
    </Section>
  );
}
