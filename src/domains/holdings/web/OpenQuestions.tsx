import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { FirstReport } from './holdings-api.ts';

const columns: Column<FirstReport['open'][number]>[] = [
  { key: 'label', head: '要决定的事项', rowHeader: true, cell: (it) => <TwoLines below={it.question}>{it.label}</TwoLines> },
  { key: 'clause', head: '依据', width: '14rem', cell: (it) => `${it.clause.title}（${it.clause.place}）` },
];

/** While it is off: what would have to be decided, and to whom to turn. */
export function OpenQuestions({ state }: { state: FirstReport }) {
  return (
    <>
      <Notice title="首报首谈还没有实行" action={<LinkButton to="/decisions" small>看口径决定</LinkButton>}>
        现在各单位照常登记线索，互不限制。是否实行由{state.deciders.join('或')}依据文件提出，另一位同志批准后生效；要推动此事请与{state.deciders.join('、')}联系。
      </Notice>
      {state.open.length === 0 ? null : (
        <Section title="还没有决定的事项" hint={`${state.open.length} 项都定下来后才实行`}>
          <DataTable caption="还没有决定的事项" columns={columns} rows={state.open} rowKey={(it) => it.parameter} />
        </Section>
      )}
    </>
  );
}
