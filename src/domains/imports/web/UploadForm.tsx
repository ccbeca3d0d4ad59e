import { useState } from 'react';
import { go, hrefOf } from '../../../ui/address.ts';
import { Button } from '../../../ui/Button.tsx';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Section } from '../../../ui/Section.tsx';
import { filesKey, type FilesInput, sendFiles } from '../../../ui/send-files.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { ImportRefusal } from './ImportRefusal.tsx';
import { UploadSteps } from './UploadSteps.tsx';
import './UploadForm.css';

/** Chooses register files and has them read; the preview opens when they are. */
export function UploadForm() {
  const [files, setFiles] = useState<File[]>([]);
  const [asked, setAsked] = useState(false);
  const write = useWrite(
    async (input: FilesInput, { context }) => (await sendFiles('/api/v1/imports/files', input, context.requestId)) as { id: string },
    ({ id }) => go(hrefOf(`/imports/${id}`)),
  );
  const send = () => {
    setAsked(true);
    if (files.length > 0) write.send({ key: filesKey(files), files });
  };
  return (
    <Section title="上传台账" hint="项目、人才、活动、平台、投资台账和中介机构，一次可以几本">
      <div className="upload">
        <div>
          <ImportRefusal refusal={write.refusal} title="文件没有读出来" />
          <FilePicker
            name="registers"
            label="台账文件"
            hint="Excel（.xlsx）或 CSV，表头照旧，不必改动格式；合计行、空行、填报人行会自动跳过。"
            error={asked && files.length === 0 ? '请选择台账文件' : undefined}
            accept=".xlsx,.csv"
            multiple
            files={files}
            onPick={(picked) => {
              setFiles(picked);
              write.reset();
            }}
          />
          <FormActions>
            <Button variant="primary" busy={write.busy} onClick={send}>读取并预览</Button>
            {write.busy ? <span className="quiet" role="status">正在逐行核对，几千行约需几秒。</span> : null}
          </FormActions>
        </div>
        <UploadSteps />
      </div>
    </Section>
  );
}
