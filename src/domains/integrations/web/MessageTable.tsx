import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../ui/Button.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { integrationsQueries, type Message } from './integrations-api.ts';

const states: Record<Message['state'], string> = { delivered: '已送达', skipped: '已跳过', waiting: '等待' };

/** The latest messages of a webhook, what waits first. Only the first that waits and failed can be skipped: it holds up the rest. */
export function MessageTable({ webhook, onSkip }: { webhook: string; onSkip: (message: Message) => void }) {
  const query = useQuery(integrationsQueries.messages.queryOptions({ input: { id: webhook } }));
  const first = query.data?.[0];
  if (query.error && !query.data) return <ErrorState error={query.error} title="推送记录没有读出来" onRetry={() => void query.refetch()} />;
  const columns: Column<Message>[] = [
    { key: 'topic', head: '事项', rowHeader: true, cell: (it) => <TwoLines below={`${it.object.name} ${it.object.id}`}>{it.topic.label}</TwoLines> },
    { key: 'at', head: '发生时间', cell: (it) => momentText(it.at) },
    { key: 'state', head: '状态', cell: (it) => <TwoLines below={it.doneAt ? momentText(it.doneAt) : it.attempts > 0 && it.nextAt ? `${momentText(it.nextAt)}再试` : undefined}>{states[it.state]}</TwoLines> },
    { key: 'attempts', head: '试过', align: 'end', cell: (it) => <TwoLines below={it.lastError ?? undefined}>{it.attempts} 次</TwoLines> },
    { key: 'act', head: '操作', width: '6rem', cell: (it) => (it === first && it.state === 'waiting' && it.attempts > 0 ? <Button small variant="quiet" onClick={() => onSkip(it)}>跳过</Button> : null) },
  ];
  return <DataTable caption="推送记录" columns={columns} rows={query.data} rowKey={(it) => it.id} empty={<EmptyState title="还没有推送过">从建立时起发生的事才会推送。</EmptyState>} />;
}
