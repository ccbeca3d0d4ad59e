import { matchLabels } from '../terms.ts';
import type { Match } from './shapes.ts';

export interface MatchSelectProps {
  row: Match;
  /** A number, `new`, `out` or `open`. */
  value: string;
  mayBeNew: boolean;
  /** Nothing can be picked any more. */
  fixed: boolean;
  onPick: (to: string) => void;
}

const words: Readonly<Record<string, string>> = { open: '没有选定，不写入', new: '作为新记录登记', out: '不导入' };

/** Which record a row is about, among those that it may be. */
export function MatchSelect({ row, value, mayBeNew, fixed, onPick }: MatchSelectProps) {
  if (fixed) return <>{words[value] ?? value}</>;
  return (
    <select className="control" aria-label={`第 ${row.row} 行${row.name}对应哪条记录`} value={value} onChange={(event) => onPick(event.target.value)}>
      <option value="open">请选择</option>
      {row.candidates.map((it) => (
        <option key={it.number} value={it.number}>{[`${it.number} ${it.name}`, matchLabels[it.why]].join('・')}</option>
      ))}
      {mayBeNew ? <option value="new">{words['new']}</option> : null}
      <option value="out">{words['out']}</option>
    </select>
  );
}
