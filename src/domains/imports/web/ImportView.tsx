import { Notice } from '../../../ui/Notice.tsx';
import { ChangeSection } from './ChangeSection.tsx';
import { ConfirmForm } from './ConfirmForm.tsx';
import { ForeignRows } from './ForeignRows.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { MatchSection } from './MatchSection.tsx';
import { RejectedSection } from './RejectedSection.tsx';
import { SheetSection } from './SheetSection.tsx';
import type { Import } from './shapes.ts';
import './ImportView.css';

/** What an import would do or did, sheet by sheet and row by row, and the step that is next. */
export function ImportView({ data }: { data: Import }) {
  const { state, report } = data;
  return (
    <>
      {state === 'previewed' ? null : <ImportOutcome data={data} />}
      {report.notes.map((it) => <Notice key={it}>{it}</Notice>)}
      <ForeignRows report={report} />
      <div className="import">
        <div className="import-main">
          <MatchSection data={data} />
          <SheetSection report={report} done={state === 'done'} />
          <RejectedSection id={data.id} report={report} hasFile={data.hasRefusedFile} />
          <ChangeSection report={report} done={state === 'done'} takesOver={data.mayTakeOver} />
        </div>
        {state === 'previewed' ? (
          <aside className="import-aside" aria-label="确认导入">
            <ConfirmForm data={data} />
          </aside>
        ) : null}
      </div>
    </>
  );
}
