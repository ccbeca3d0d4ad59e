import { useState } from 'react';
import { go, hrefOf } from '../../../ui/address.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { exportsApi } from './exports-api.ts';
import { LayoutColumn, type WrittenColumn } from './LayoutColumn.tsx';
import type { Layout } from './shapes.ts';
import './Layouts.css';

export interface LayoutEditorProps {
  /** Where it begins; a layout of the unit's own is changed, any other is kept under a new name. */
  layout: Layout;
}

/** Which columns, in what order, under what headings and groups. */
export function LayoutEditor({ layout }: LayoutEditorProps) {
  const [label, setLabel] = useState(layout.own ? layout.label : '');
  const [title, setTitle] = useState(layout.title);
  const [columns, setColumns] = useState<WrittenColumn[]>(() => layout.columns.flatMap((it) => (it.of === null ? [] : [{ of: it.of, heading: it.plain ? it.heading : it.of, group: it.group }])));
  const back = () => go(hrefOf('/layouts'));
  const keep = useWrite(exportsApi.keepLayout.call, back);
  const end = useWrite(exportsApi.endLayout.call, back);
  const left = layout.palette.filter((it) => !columns.some((one) => one.of === it));
  const otherwise = layout.columns.filter((it) => it.of !== null && !it.plain).map((it) => it.of!);
  const move = (at: number, by: number) => setColumns((before) => {
    const after = [...before];
    const [one] = after.splice(at, 1);
    after.splice(at + by, 0, one!);
    return after;
  });
  const refusal = keep.refusal ?? end.refusal;
  return (
    <Section title={layout.own ? `修改“${layout.label}”` : `照“${layout.label}”另存`} hint={`${layout.sheet}；表头按这里的列名写，传回时也按它认`}>
      {refusal ? <Notice tone="error" title="没有保存">{refusal.details.length > 1 ? <ul>{refusal.details.map((it) => <li key={it}>{it}</li>)}</ul> : refusal.message}</Notice> : null}
      {otherwise.length > 0 ? <Notice>“{otherwise.join('、')}”在原版式里用的是别的单位或名称，另存后按这里列名所写的单位填。</Notice> : null}
      <div className="layout-form">
        <TextField name="layout-label" label="版式名称" maxLength={60} value={label} onChange={(event) => setLabel(event.target.value)} />
        <TextField name="layout-title" label="表格标题" hint="{year} 写作年份，{unit} 写作本单位，{city} 写作本市" maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <ol className="layout-columns" aria-label="各列">
        {columns.map((it, at) => (
          <LayoutColumn
            key={it.of}
            column={it}
            place={at + 1}
            last={at === columns.length - 1}
            onChange={(changed) => setColumns((before) => before.map((one, index) => (index === at ? changed : one)))}
            onMove={(by) => move(at, by)}
            onRemove={() => setColumns((before) => before.filter((_, index) => index !== at))}
          />
        ))}
      </ol>
      {left.length > 0 ? (
        <SelectField name="layout-add" label="加一列" placeholder="请选择" choices={left.map((it) => ({ value: it, label: it }))} value="" onChange={(event) => event.target.value && setColumns((before) => [...before, { of: event.target.value, heading: event.target.value, group: '' }])} />
      ) : null}
      <FormActions>
        <Button variant="primary" busy={keep.busy} onClick={() => keep.send({ ...(layout.own && { id: layout.id, version: layout.version }), register: layout.sheet, label, title, columns })}>保存为本单位的版式</Button>
        {layout.own ? <Button busy={end.busy} onClick={() => end.send({ id: layout.id })}>停用</Button> : null}
        <LinkButton to="/layouts" search={{}}>取消</LinkButton>
      </FormActions>
    </Section>
  );
}
