import { Notice } from '../../../ui/Notice.tsx';
import type { Deriving } from './shapes.ts';

/** Said while figures are derived again under another mechanism or decision. */
export function DerivingNotice({ deriving: { running, done, total } }: { deriving: Deriving }) {
  if (!running) return null;
  return (
    <Notice tone="warn" title="重算中">
      口径有变，正在逐件重算，已完成 <b className="num">{done}</b> / <b className="num">{total}</b> 件。页面上的数还会变，算完自动更新。
    </Notice>
  );
}
