import { go, hrefOf } from '../../../ui/address.ts';
import { Button } from '../../../ui/Button.tsx';
import { createQueries } from '../../../ui/queries.ts';
import { useWrite } from '../../../ui/use-write.ts';
import type { exportsContract } from '../../exports/contract.ts';

const exportsApi = createQueries<typeof exportsContract>('exports');

/** The list as it stands, with its filters, as an Excel file in the register's own layout; a long one is written in the background. */
export function ExportButton({ query }: { query: Parameters<typeof exportsApi.make.call>[0] }) {
  const write = useWrite(exportsApi.make.call, (it) => {
    if (it.state !== 'done') return go(hrefOf('/exports'));
    const link = document.createElement('a');
    link.href = `/api/v1/exports/${it.id}/list.xlsx`;
    link.download = '';
    link.click();
  });
  return (
    <>
      <Button busy={write.busy} onClick={() => write.send(query)}>导出 Excel</Button>
      {write.refusal ? <span className="late" role="alert">{write.refusal.message}</span> : null}
    </>
  );
}
