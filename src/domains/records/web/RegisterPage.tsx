import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { onDemand } from '../../../ui/on-demand.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { useParams, useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { ExportButton } from './ExportButton.tsx';
import { recordsApi } from './records-api.ts';
import { enterTitle } from './entering.ts';
import { measureWord, registerColumns } from './register-columns.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterSummary } from './RegisterSummary.tsx';
import type { Row } from './shapes.ts';
import { useForm } from './use-form.ts';
import { useNarrower, WIDE } from './use-narrower.ts';
import { useWords } from './use-words.ts';

const RegisterBoard = onDemand(() => import('./RegisterBoard.tsx').then((it) => it.RegisterBoard));

/** Shown until the first answer names the columns. */
const waiting = [{ key: 'name', head: '名称', cell: (it: Row) => it.name, rowHeader: true }, { key: 'state', head: '状态', cell: (it: Row) => it.stateLabel }];

/** 台账: the records of one kind, searched and filtered, the newest first. */
export function RegisterPage() {
  const { kind } = useParams('/registers/$kind');
  const { unit, state, dated, view, page = 1 } = useSearch('/registers/$kind');
  const [q, setWords] = useWords();
  const mayImport = useMay('imports:make');
  const mayExport = useMay('exports:make');
  const mayWrite = useMay('records:write');
  const { data: form } = useForm(kind);
  const plain = { kind, ...(q ? { q } : {}), ...(unit ? { unit } : {}), ...(state ? { state } : {}), ...(dated ? { year: dated } : {}) };
  const { asked: narrower, none: wide } = useNarrower(form);
  const asked = { ...plain, ...narrower };
  const board = view === 'board' && form !== undefined && form.stages.length > 1;
  const { data: kinds } = useQuery(recordsApi.kinds.queryOptions());
  const query = useQuery(
    recordsApi.search.queryOptions({
      input: { ...asked, page },
      placeholderData: keepPreviousData,
    }),
  );
  // Rows of another register never stand in for this one's.
  const data = query.data?.kind === kind ? query.data : undefined;
  const known = kinds?.find((it) => it.kind === kind);
  const filtered = Boolean(q || unit || state || dated || !wide);
  const word = measureWord(kind);
  const nothing = filtered ? (
    <EmptyState title="没有符合条件的记录" action={<Button onClick={() => setWords(undefined, { unit: undefined, state: undefined, dated: undefined, ...WIDE })}>清除全部条件</Button>}>
      换一个词，或放宽单位、状态、年份。
    </EmptyState>
  ) : (
    <EmptyState title="这本台账还没有记录" action={mayImport ? <LinkButton to="/imports">导入台账</LinkButton> : undefined}>
      记录从各单位的 Excel 台账导入，一次写入，处处可用。
    </EmptyState>
  );
  return (
    <>
      <PageTitle
        title={data?.sheet ?? known?.sheet ?? '台账'}
        summary={<RegisterSummary total={data?.total} all={known?.count} word={word} filtered={filtered} />}
        actions={<>{mayWrite && form?.mayEnter ? <LinkButton to="/registers/$kind/new" params={{ kind }} variant="primary">{enterTitle(form)}</LinkButton> : null}{mayExport && data && data.total > 0 ? <ExportButton query={asked} /> : null}{mayImport ? <LinkButton to="/imports">导入台账</LinkButton> : null}</>}
      />
      <RegisterFilters q={q} onWords={setWords} unit={unit} state={state} dated={dated} form={form} board={board} />
      {board ? (
        <RegisterBoard asked={asked} word={word} />
      ) : query.error && !data ? (
        <ErrorState error={query.error} title="台账没有读出来" onRetry={() => void query.refetch()} />
      ) : (
        <>
          <div className="register-frame">
            <DataTable
              caption={data?.sheet ?? '台账'}
              columns={data ? registerColumns(data) : waiting}
              rows={data?.rows}
              rowKey={(it) => it.id}
              empty={nothing}
              stale={query.isPlaceholderData}
              rowTone={(it) => (it.state === 'returned' || it.state === 'appealed' ? 'cinnabar' : undefined)}
            />
          </div>
          {data && data.total > 0 ? <Pager page={data.page} size={data.pageSize} total={data.total} unit={word} /> : null}
        </>
      )}
    </>
  );
}
