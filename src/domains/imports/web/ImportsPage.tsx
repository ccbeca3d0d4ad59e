import { useQuery } from '@tanstack/react-query';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { importsApi } from './imports-api.ts';
import { ImportList } from './ImportList.tsx';
import { PasteForm } from './PasteForm.tsx';
import { UploadForm } from './UploadForm.tsx';

/** Handing in registers, and what was handed in before. */
export function ImportsPage() {
  const mayMake = useMay('imports:make');
  const query = useQuery(importsApi.list.queryOptions());
  const waiting = query.data?.filter((it) => it.state === 'previewed').length ?? 0;
  return (
    <>
      <PageTitle
        title="导入台账"
        summary={waiting > 0 ? <>还有 <b className="num">{waiting}</b> 次导入等待确认</> : '沿用各单位现有的 Excel 台账，先预览，后写入'}
      />
      {mayMake ? <><UploadForm /><PasteForm /></> : null}
      <ImportList query={query} />
    </>
  );
}
