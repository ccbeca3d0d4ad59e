import { useState } from 'react';
import { go, hrefOf } from '../../../ui/address.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { filesKey, type FilesInput, sendFiles } from '../../../ui/send-files.ts';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { ImportRefusal } from './ImportRefusal.tsx';
import { asCsv, pastedRows } from './pasted.ts';
import { useRegisters } from './use-registers.ts';
import './PasteForm.css';

/** Takes cells copied from a spreadsheet, with their header; they are read as a file would be. */
export function PasteForm() {
  const registers = useRegisters();
  const [sheet, setSheet] = useState<string>();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const write = useWrite(
    async (input: FilesInput, { context }) => (await sendFiles('/api/v1/imports/files', input, context.requestId)) as { id: string },
    ({ id }) => go(hrefOf(`/imports/${id}`)),
  );
  const rows = pastedRows(text);
  const chosen = sheet ?? registers.find((it) => it.kind === 'project')?.sheet ?? registers[0]?.sheet ?? '';
  const missing = rows.length === 0 ? '请粘贴表格内容' : rows.length === 1 ? '只有一行，请连同表头一起复制' : undefined;
  const send = () => {
    setAsked(true);
    if (missing) return;
    const files = [new File([asCsv(rows)], `粘贴的${chosen}.csv`, { lastModified: 0 })];
    write.send({ key: `${filesKey(files)} ${text}`, files });
  };
  return (
    <Section title="直接粘贴" hint="从 Excel、WPS 或腾讯文档复制，连表头一起">
      <div className="paste">
        <ImportRefusal refusal={write.refusal} title="内容没有读出来" />
        <SelectField name="paste-sheet" label="是哪本台账" choices={registers.map((it) => ({ value: it.sheet, label: it.sheet }))} value={chosen} onChange={(event) => setSheet(event.target.value)} />
        <TextAreaField
          name="paste-cells"
          label="表格内容"
          hint="只要有名称或信用代码就行，不必有编号；列可以少，顺序不限，没有的列不改动。"
          error={asked ? missing : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            write.reset();
          }}
          rows={5}
          spellCheck={false}
          wrap="off"
        />
        <FormActions>
          <Button variant="primary" busy={write.busy} onClick={send}>核对这些行</Button>
          {rows.length > 1 ? <span className="quiet">{rows.length - 1} 行，{rows[0]!.length} 列</span> : null}
        </FormActions>
      </div>
    </Section>
  );
}
