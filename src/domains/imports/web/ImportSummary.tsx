import { momentText } from '../../../ui/moment-text.ts';
import type { Import } from './shapes.ts';

/** One sentence of what goes in and what does not. */
export function ImportSummary({ data: { state, report, begunAt, by } }: { data: Import }) {
  const { fresh, changed, same, rejectedCount } = report;
  return (
    <>
      {state === 'done' ? '新增' : '将新增'} <b className="num">{fresh}</b> 行，变更 <b className="num">{changed}</b> 行，相同 <b className="num">{same}</b> 行
      {rejectedCount > 0 ? <>，<span className="late">退回 <b className="num">{rejectedCount}</b> 行</span></> : '，没有退回的行'}
      ・{by === null ? '' : `${by} `}<span className="num">{momentText(begunAt)}</span>
    </>
  );
}
