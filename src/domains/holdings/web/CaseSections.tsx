import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { onDemand } from '../../../ui/on-demand.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { ExplanationList } from './ExplanationList.tsx';
import { type Case, type FirstReport, holdingsApi } from './holdings-api.ts';
import { QuietDays } from './QuietDays.tsx';

const ReleaseDialog = onDemand(() => import('./ReleaseDialog.tsx').then((it) => it.ReleaseDialog));

/** The commerce bureau's part: every lead that is held, the quietest first, who asked for it, explanations that wait. */
export function CaseSections({ units, onTold }: { units: FirstReport['units']; onTold: (text: string) => void }) {
  const query = useQuery(holdingsApi.cases.queryOptions());
  const [releasing, setReleasing] = useState<Case>();
  const columns: Column<Case>[] = [
    { key: 'name', head: '项目', rowHeader: true, cell: (it) => <TwoLines below={<span className="num">{it.subject.number}</span>}><Link to="/dossiers/$id" params={{ id: it.subject.id }}>{it.subject.name}</Link></TwoLines> },
    { key: 'unit', head: '优先洽谈', width: '12rem', cell: (it) => <TwoLines below={`自 ${momentText(it.since)}`}>{it.unit.name}</TwoLines> },
    { key: 'quiet', head: '没有进展', width: '9rem', phone: 'aside', cell: (it) => <QuietDays holding={it} /> },
    { key: 'asked', head: '问过的单位', cell: (it) => (it.asked.length === 0 ? <span className="quiet">没有</span> : it.asked.map((one) => one.unit.name).join('、')) },
    { key: 'act', head: '操作', width: '5rem', cell: (it) => <Button small variant="quiet" aria-label={`释放${it.subject.name}`} onClick={() => setReleasing(it)}>释放</Button> },
  ];
  return (
    <Loaded query={query}>
      {({ holdings, explanations }) => (
        <>
          <ExplanationList explanations={explanations} onTold={onTold} />
          <Section title="全市优先洽谈的" hint="没有进展最久的在前">
            <DataTable caption="全市优先洽谈的" columns={columns} rows={holdings} rowKey={(it) => it.subject.id} rowTone={(it) => (it.look ? 'ginkgo' : undefined)} empty={<EmptyState title="还没有">各单位登记线索并有有效接触后出现在这里。</EmptyState>} />
          </Section>
          {releasing ? <ReleaseDialog held={releasing} units={units} onClose={() => setReleasing(undefined)} onTold={onTold} /> : null}
        </>
      )}
    </Loaded>
  );
}
