import { useQuery } from '@tanstack/react-query';
import { addressShown, go, hrefOf } from '../../../ui/address.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useSession } from '../../../ui/session.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { AT_ONCE } from '../terms.ts';
import { exportsApi } from './exports-api.ts';
import { fetchList } from './fetch-list.ts';
import './Exports.css';


/** Which register leaves, in which layout, of which year; the choice stands in the address. */
export function ExportForm() {
  const { kind: wanted, layout: chosen, dated } = useSearch('/exports');
  const { years } = useSession();
  const { data: layouts = [] } = useQuery(exportsApi.layouts.queryOptions());
  const write = useWrite(exportsApi.make.call, (it) => {
    if (it.state === 'done') fetchList(it.id);
  });
  const kind = wanted ?? layouts.find((it) => it.kind === 'project')?.kind ?? layouts[0]?.kind ?? '';
  const registers = [...new Map(layouts.map((it) => [it.kind, { value: it.kind, label: it.sheet }])).values()];
  const offered = layouts.filter((it) => it.kind === kind);
  const layout = offered.find((it) => it.id === chosen) ?? offered[0];
  const choose = (change: { kind?: string | undefined; layout?: string | undefined; dated?: number | undefined }) => go(hrefOf('/exports', { ...addressShown().search, ...change }), { replace: true, stay: true });
  return (
    <Section title="导出一份" hint={`${AT_ONCE} 条以内当场下载，再多的在后台写好后下载`}>
      {write.refusal ? <Notice tone="error" title="没有导出">{write.refusal.message}</Notice> : null}
      <div className="export-form">
        <SelectField name="export-kind" label="台账" choices={registers} value={kind} onChange={(event) => choose({ kind: event.target.value, layout: undefined })} />
        <SelectField name="export-layout" label="版式" choices={offered.map((it) => ({ value: it.id, label: it.label }))} value={layout?.id ?? ''} onChange={(event) => choose({ layout: event.target.value })} />
        <SelectField name="export-dated" label="日期在" choices={[{ value: '', label: '任何年份' }, ...years.map((it) => ({ value: String(it), label: `${it} 年` }))]} value={dated === undefined ? '' : String(dated)} onChange={(event) => choose({ dated: event.target.value === '' ? undefined : Number(event.target.value) })} />
        <FormActions>
          <Button variant="primary" busy={write.busy} onClick={() => layout && write.send({ kind, layout: layout.id, ...(dated !== undefined && { year: dated }) })}>导出 Excel</Button>
        </FormActions>
      </div>
    </Section>
  );
}
