import { Button } from '../../../ui/Button.tsx';

/** A column as it is written: of the register, under a heading and a group of its own. */
export interface WrittenColumn {
  of: string;
  heading: string;
  group: string;
}

export interface LayoutColumnProps {
  column: WrittenColumn;
  /** From 1. */
  place: number;
  last: boolean;
  onChange: (column: WrittenColumn) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One column of a layout: its heading, its group, its place. */
export function LayoutColumn({ column, place, last, onChange, onMove, onRemove }: LayoutColumnProps) {
  const { of, heading, group } = column;
  return (
    <li className="layout-column">
      <span className="layout-column-of"><span className="num quiet">{place}</span> {of}</span>
      <input className="control" aria-label={`“${of}”的列名`} value={heading} maxLength={60} placeholder={of} onChange={(event) => onChange({ ...column, heading: event.target.value })} />
      <input className="control" aria-label={`“${of}”上面的分组`} value={group} maxLength={60} placeholder="分组（可不填）" onChange={(event) => onChange({ ...column, group: event.target.value })} />
      <span className="layout-column-acts">
        <Button small aria-label={`“${of}”上移`} aria-disabled={place === 1 || undefined} onClick={() => place > 1 && onMove(-1)}>↑</Button>
        <Button small aria-label={`“${of}”下移`} aria-disabled={last || undefined} onClick={() => !last && onMove(1)}>↓</Button>
        <Button small aria-label={`去掉“${of}”`} onClick={onRemove}>去掉</Button>
      </span>
    </li>
  );
}
